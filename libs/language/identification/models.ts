/** Scores of eld: language → average n-gram score, on the scale eld uses inside (about 0–100). */
export interface EldModel {
  detect(text: string): { getScores(): Record<string, number> };
}
export interface Cld3Model {
  findLanguage(text: string): { language: string; probability: number };
}
export interface LanguageModels {
  eld: EldModel;
  cld3: Cld3Model;
}

let loaded: LanguageModels | undefined;
let loading: Promise<LanguageModels> | undefined;

async function load(): Promise<LanguageModels> {
  const [{ eld }, cld] = await Promise.all([import('eld/large'), import('cld3-asm')]);
  // Its own three seconds are short for a busy machine.
  const factory = await cld.loadModule({ timeout: 60_000 });
  loaded = { eld, cld3: factory.create(0, 2_000) };
  return loaded;
}

/**
 * Loads the two statistical models (some 1.5 s and 350 MB once per process; later calls return at once).
 * Until then `identifyLanguage` decides by script and function words alone, and says so.
 */
export async function loadLanguageModels(): Promise<void> {
  loading ??= load();
  await loading;
}

/** The models, if they have been loaded. */
export function languageModels(): LanguageModels | undefined {
  return loaded;
}
