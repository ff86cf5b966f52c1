import ar from '../grammar/ar.json' with { type: 'json' };
import cs from '../grammar/cs.json' with { type: 'json' };
import de from '../grammar/de.json' with { type: 'json' };
import en from '../grammar/en.json' with { type: 'json' };
import es from '../grammar/es.json' with { type: 'json' };
import fr from '../grammar/fr.json' with { type: 'json' };
import he from '../grammar/he.json' with { type: 'json' };
import id from '../grammar/id.json' with { type: 'json' };
import it from '../grammar/it.json' with { type: 'json' };
import ja from '../grammar/ja.json' with { type: 'json' };
import ko from '../grammar/ko.json' with { type: 'json' };
import nl from '../grammar/nl.json' with { type: 'json' };
import others from '../grammar/others.json' with { type: 'json' };
import pl from '../grammar/pl.json' with { type: 'json' };
import pt from '../grammar/pt.json' with { type: 'json' };
import ro from '../grammar/ro.json' with { type: 'json' };
import ru from '../grammar/ru.json' with { type: 'json' };
import sw from '../grammar/sw.json' with { type: 'json' };
import tl from '../grammar/tl.json' with { type: 'json' };
import tr from '../grammar/tr.json' with { type: 'json' };
import vi from '../grammar/vi.json' with { type: 'json' };
import zh from '../grammar/zh.json' with { type: 'json' };
import type { Pack } from '../pack.ts';
import { LexiconIndex } from './lexicon-index.ts';
import { readTerms, type Term } from './terms.ts';

/** Concept → terms, by language: words of any trade (left, without, colours) in `grammar/`, those of one trade in its pack. */
export type Lexicon = Readonly<Record<string, string>>;

const grammars: Readonly<Record<string, Lexicon>> = {
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
  ...(others as Record<string, Lexicon>),
};
const numbersKey = 'numbers';

let grammarTerms: Term[] | undefined;
const grammarIndexes = new Map<string | null, LexiconIndex>();
const packIndexes = new WeakMap<Pack, { terms: Term[]; byLanguage: Map<string | null, LexiconIndex> }>();

const termsOf = (lexicons: Readonly<Record<string, Lexicon>>): Term[] =>
  Object.entries(lexicons).flatMap(([language, lexicon]) =>
    Object.entries(lexicon).flatMap(([concept, line]) =>
      concept === numbersKey ? [] : readTerms(concept, line, language),
    ),
  );

/** Words of every trade, as they count in a text of a language. Built once a language, some milliseconds. */
export function grammarIndex(language: string | null): LexiconIndex {
  grammarTerms ??= termsOf(grammars);
  let index = grammarIndexes.get(language);
  if (!index) {
    index = new LexiconIndex(grammarTerms, language, Number.POSITIVE_INFINITY);
    grammarIndexes.set(language, index);
  }
  return index;
}

export function packIndex(pack: Pack, language: string | null): LexiconIndex {
  let known = packIndexes.get(pack);
  if (!known) {
    known = { terms: termsOf(pack.lexicon), byLanguage: new Map() };
    packIndexes.set(pack, known);
  }
  let index = known.byLanguage.get(language);
  if (!index) {
    index = new LexiconIndex(known.terms, language, 7);
    known.byLanguage.set(language, index);
  }
  return index;
}

const numberWords = new Map<string, ReadonlyMap<string, number>>();

/** Number words of a language: word → value; those with several words are left out. */
export function numberWordsOf(language: string | null): ReadonlyMap<string, number> {
  const key = language?.split('-')[0] ?? 'en';
  let known = numberWords.get(key);
  if (!known) {
    const line = `${grammars['en']?.[numbersKey] ?? ''} ${grammars[key]?.[numbersKey] ?? ''}`;
    known = new Map(
      line
        .split(' ')
        .filter(Boolean)
        .map((pair): [string, number] => [pair.split('=')[0]!, Number(pair.split('=')[1])]),
    );
    numberWords.set(key, known);
  }
  return known;
}
