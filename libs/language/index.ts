/** Which language, which region, which habits; and whether two texts in two languages say the same numbers. Pure. */

export { type Culture, countriesWithCulture, cultureOf } from './culture/culture-of.ts';
export { type Habit, habitsOf } from './culture/habits-of.ts';
export { checkFidelity, type FidelityReport, type TextInLanguage } from './fidelity/check-fidelity.ts';
export type { FidelityCode, FidelityFinding, FidelityKind, Span } from './fidelity/findings.ts';
export { type ProtectedText, protect, restore } from './fidelity/protect.ts';
export {
  type GlossaryEntry,
  type GlossaryMatch,
  glossary,
  glossaryTerm,
  matchGlossary,
  termsOf,
} from './glossary/glossary.ts';
export {
  identifyLanguage,
  type LanguageCandidate,
  type LanguageHints,
  type LanguageIdentification,
  type LanguageReason,
} from './identification/identify-language.ts';
export { loadLanguageModels } from './identification/models.ts';
export { isRightToLeft } from './identification/scripts.ts';
export { type Place, placesIn } from './region/places.ts';
export {
  type RegionClue,
  type RegionHint,
  type RegionReason,
  type RegionSource,
  regionHints,
} from './region/region-hints.ts';
export { type Region, regionOf, regions } from './region/regions.ts';
