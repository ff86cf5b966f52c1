import { knownCountries } from './regions.ts';
import { towns } from './towns.ts';

/** Languages whose own names of countries are recognised; the names come from the runtime (Unicode CLDR). */
const namedIn = 'en fr de es pt it nl pl cs ro sv tr ru uk ar fa he zh zh-Hant ja ko vi id sw el hu hi th'.split(' ');

/** Names in use that CLDR does not give. */
const otherNames: Readonly<Record<string, string>> = {
  US: "usa|u.s.a.|u.s.|united states of america|états-unis d'amérique|eeuu|ee. uu.|eua|сша|美國|美国|abd|amerika|usa'ya",
  GB: "uk|u.k.|great britain|england|scotland|wales|northern ireland|angleterre|grande-bretagne|großbritannien|england'a|inglaterra|англия|великобритания|英国|英國|بريطانيا",
  AE: 'uae|u.a.e.|emirates|émirats|emirate|الامارات|الإمارات|оаэ|阿联酋|迪拜',
  SA: 'ksa|saudi|saudia|السعودية|saoudite|沙特',
  CI: "cote d'ivoire|ivory coast|rci",
  NL: 'holland|hollande|holanda|olanda|голландия|荷兰',
  CZ: 'czech republic|tschechien|česko|česká republika|чехия',
  KR: 'korea|south korea|corée|한국|대한민국|韩国|韓國',
  RU: 'russia|россия|рф|россию|россии',
  VN: 'viet nam|việt nam',
  CD: 'drc|rdc|congo kinshasa',
  TZ: 'tanzania|tanzanie',
  TW: 'taiwan|台灣|臺灣|台湾',
  HK: 'hong kong|hongkong',
  PH: 'philippines|pilipinas|pinas',
  MM: 'burma',
  TR: 'türkiye|turkiye|turkei|turquie|turquía',
};

/** Names that are also ordinary words somewhere, or parts of trade terms; they count only with a capital letter and not alone. */
const treacherous = new Set(
  'turkey jordan georgia chad mali essen split nice cork bali niger lima casa male oman china bergen lahti cali togo guinea jersey ош faro granada kent salvador santos mons gent medan peru cuba bonn linz tema bern bath van pau tours york natal goa ajah tete pemba meru karen sion como pisa zug mayo solo lund pori ho manta ulm bole tanga virginia maine surrey sussex derby salta nelson orlando regina victoria pasto ica loja yaba jos'.split(
    ' ',
  ),
);

interface NameIndex {
  countryOf: ReadonlyMap<string, string>;
  /** First word of a name → how many words the longest name that begins so has. */
  wordsFrom: ReadonlyMap<string, number>;
  /** First sign of a name → how many signs the longest name that begins so has. */
  signsFrom: ReadonlyMap<string, number>;
}

let index: NameIndex | undefined;

const keyOf = (name: string): string => name.toLowerCase().normalize('NFC');
/** Without the points and hyphens that a sentence leaves at a word. */
const bare = (word: string): string => word.replace(/[.'-]+$/u, '');

function buildIndex(): NameIndex {
  const names = new Map<string, string>();
  const starts = new Map<string, number>();
  const signs = new Map<string, number>();
  const put = (name: string, country: string): void => {
    const key = keyOf(name);
    if (key.length <= 1 || names.has(key)) return;
    names.set(key, country);
    const words = key.split(/[\s\u00a0]+/);
    const first = bare(words[0]!);
    starts.set(first, Math.max(starts.get(first) ?? 0, words.length));
    signs.set(key[0]!, Math.max(signs.get(key[0]!) ?? 0, key.length));
  };
  for (const table of [otherNames, towns]) {
    for (const [country, list] of Object.entries(table)) for (const name of list.split('|')) put(name, country);
  }
  for (const language of namedIn) {
    const display = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    for (const country of knownCountries) put(display.of(country) ?? '', country);
  }
  return { countryOf: names, wordsFrom: starts, signsFrom: signs };
}

export interface Place {
  country: string;
  name: string;
  start: number;
  /** Said of the goods or the seller's side (made in …, FOB …, … style), not of where the buyer is. */
  isOrigin: boolean;
}

const noSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
const longestName = 4;
const originBefore =
  /(?:(?:made|manufactured|produced|factory|supplier|imported) (?:in|from)|fob|fca|exw|ex works|fabriqué en|hergestellt in|hecho en|fabricado en|prodotto in|产地)\s*$/iu;
const originAfter = /^[\s-]*(?:style|price|quality|factory|made|brand|type|supplier|lock|tipi)/iu;

/** Names of places that people bear: "Maurice Perrenoud" under a letter is its writer; "à Maurice", "Amman, Jordan" is a place. */
const borne =
  /^(?:maurice|jordan|chad|georgia|israel|florence|charlotte|austin|madison|sydney|adelaide|victoria|sofia|chelsea|santiago|regina)$/;
const leadsToPlace =
  /(?:[:,(/-][ \t]*|(?<!\p{L})(?:a|à|au|en|in|to|from|for|pour|vers|ile|île|nach|aus|de|di|da|do|near|via|of|state)\s+(?:l['’])?)$/iu;

const isSomebody = (name: string, text: string, start: number): boolean =>
  borne.test(name.toLowerCase()) && !leadsToPlace.test(text.slice(Math.max(0, start - 8), start));

/** Countries and towns named in a text, in many languages; the country index is built at the first call (some 20 ms). */
export function placesIn(text: string): Place[] {
  index ??= buildIndex();
  const { countryOf, wordsFrom, signsFrom } = index;
  const places: Place[] = [];
  const add = (name: string, start: number): boolean => {
    const country = countryOf.get(keyOf(name));
    if (!country) return false;
    if (isSomebody(name, text, start)) return false;
    const isCapital = !/^\p{Ll}/u.test(name);
    if (treacherous.has(name.toLowerCase()) && !isCapital) return false;
    const isOrigin =
      originBefore.test(text.slice(Math.max(0, start - 20), start)) ||
      originAfter.test(text.slice(start + name.length, start + name.length + 12));
    places.push({ country, name, start, isOrigin });
    return true;
  };
  const words = [...text.matchAll(/[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}.'’-]*/gu)];
  for (let at = 0; at < words.length; at += 1) {
    const first = words[at];
    if (!first) continue;
    if (noSpaces.test(first[0])) {
      addWithinRun(first[0], first.index, signsFrom, add);
      continue;
    }
    // Most words begin no name at all.
    const start = first[0].replaceAll('’', "'");
    const known = wordsFrom.get(keyOf(bare(start)));
    if (known === undefined) {
      addWithoutEnding(bare(start), first.index, add);
      continue;
    }
    for (let length = Math.min(longestName, known, words.length - at); length > 0; length -= 1) {
      const last = words[at + length - 1];
      if (!last) continue;
      const raw = text.slice(first.index, last.index + last[0].length).replaceAll('’', "'");
      const name = bare(raw);
      if (
        add(raw, first.index) ||
        add(name, first.index) ||
        (length === 1 && addWithoutEnding(name, first.index, add))
      ) {
        at += length - 1;
        break;
      }
    }
  }
  return places;
}

type Add = (name: string, start: number) => boolean;

/** Where words run together (Chinese, Japanese, Korean with particles), every stretch of two to six signs may be a name. */
function addWithinRun(run: string, start: number, signsFrom: ReadonlyMap<string, number>, add: Add): void {
  const signs = keyOf(run);
  // Folding may change the number of signs; then every place is tried.
  const isAligned = signs.length === run.length;
  for (let at = 0; at < run.length; at += 1) {
    const longest = isAligned ? (signsFrom.get(signs[at]!) ?? 0) : 8;
    for (let length = Math.min(8, longest, run.length - at); length > 1; length -= 1) {
      if (add(run.slice(at, at + length), start + at)) {
        at += length - 1;
        break;
      }
    }
  }
}

/** Arabic prefixes (في/ب/ل + name), Hebrew ל/ב, elided articles, apostrophe suffixes of Turkish. */
function addWithoutEnding(name: string, start: number, add: Add): boolean {
  const apostrophe = name.indexOf("'");
  if (apostrophe > 2 && add(name.slice(0, apostrophe), start)) return true;
  if (apostrophe > 0 && apostrophe < 3 && add(name.slice(apostrophe + 1), start + apostrophe + 1)) return true;
  if (/^[وبلف]\p{Script=Arabic}{3,}/u.test(name) && add(name.slice(1), start + 1)) return true;
  if (/^لل\p{Script=Arabic}{3,}/u.test(name) && add(`ال${name.slice(2)}`, start)) return true;
  return /^[לבמו]\p{Script=Hebrew}{3,}/u.test(name) && add(name.slice(1), start + 1);
}
