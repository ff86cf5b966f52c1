/** A pair that the translation has to keep to: the trade's word in both languages. */
export interface TermPair {
  source: string;
  target: string;
}

export interface TranslationRequest {
  texts: string[];
  /** ISO 639-1 or BCP 47. */
  source: string;
  target: string;
  glossary: TermPair[];
}

/**
 * The port to whatever translates. Texts hold marks (`⟦0⟧`) that have to come back as they are.
 * Throws `TryLater` when the same request may succeed later, `GiveUp` when it cannot.
 */
export abstract class Translator {
  /** Name in the configuration, part of the memory's key. */
  abstract readonly provider: string;
  /** Model or version, recorded with each translation. */
  abstract readonly engine: string;
  /** One translation per text, in order. */
  abstract translate(request: TranslationRequest): Promise<string[]>;
}
