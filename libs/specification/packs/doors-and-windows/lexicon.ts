import en from './lexicon/en.json' with { type: 'json' };

export const lexicon: Readonly<Record<string, unknown>> = { en };
