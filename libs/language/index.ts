/** Which language, which region, which habits; and whether two texts in two languages say the same numbers. Pure. */
export {
  identifyLanguage,
  type LanguageCandidate,
  type LanguageHints,
  type LanguageIdentification,
  type LanguageReason,
} from './identification/identify-language.ts';
export { loadLanguageModels } from './identification/models.ts';
export { isRightToLeft } from './identification/scripts.ts';
