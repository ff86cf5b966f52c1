export { type TextToTranslate, TranslateText } from './translate-text.ts';
export { TranslationModule } from './translation.module.ts';
export { type TermPair, type TranslationRequest, Translator } from './translator.ts';
