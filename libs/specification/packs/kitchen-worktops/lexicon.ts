import de from './lexicon/de.json' with { type: 'json' };
import en from './lexicon/en.json' with { type: 'json' };
import es from './lexicon/es.json' with { type: 'json' };
import fr from './lexicon/fr.json' with { type: 'json' };
import zh from './lexicon/zh.json' with { type: 'json' };

/** What buyers call things, by language. */
export const lexicon: Readonly<Record<string, unknown>> = { en, de, fr, es, zh };
