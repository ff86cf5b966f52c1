import ar from './lexicon/ar.json' with { type: 'json' };
import cs from './lexicon/cs.json' with { type: 'json' };
import de from './lexicon/de.json' with { type: 'json' };
import en from './lexicon/en.json' with { type: 'json' };
import es from './lexicon/es.json' with { type: 'json' };
import fr from './lexicon/fr.json' with { type: 'json' };
import he from './lexicon/he.json' with { type: 'json' };
import id from './lexicon/id.json' with { type: 'json' };
import it from './lexicon/it.json' with { type: 'json' };
import ja from './lexicon/ja.json' with { type: 'json' };
import ko from './lexicon/ko.json' with { type: 'json' };
import nl from './lexicon/nl.json' with { type: 'json' };
import others from './lexicon/others.json' with { type: 'json' };
import pl from './lexicon/pl.json' with { type: 'json' };
import pt from './lexicon/pt.json' with { type: 'json' };
import ro from './lexicon/ro.json' with { type: 'json' };
import ru from './lexicon/ru.json' with { type: 'json' };
import sw from './lexicon/sw.json' with { type: 'json' };
import tl from './lexicon/tl.json' with { type: 'json' };
import tr from './lexicon/tr.json' with { type: 'json' };
import vi from './lexicon/vi.json' with { type: 'json' };
import zh from './lexicon/zh.json' with { type: 'json' };

/** What buyers call things, by language; `others` holds languages with fewer words, by their code. */
export const lexicon: Readonly<Record<string, unknown>> = {
  en,
  fr,
  de,
  es,
  pt,
  it,
  nl,
  pl,
  ru,
  tr,
  ar,
  sw,
  zh,
  ja,
  cs,
  he,
  id,
  ro,
  tl,
  ko,
  vi,
  ...others,
};
