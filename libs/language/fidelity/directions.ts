/** Left and right, inwards and outwards: a door built to the wrong one is scrap. Word stems per language. */
const left: Readonly<Record<string, RegExp>> = {
  en: /\bleft(?:-?hand(?:ed)?)?\b|\bLHR?\b/giu,
  de: /\blinks\b|\blinke[nmrs]?\b|\blinksseitig\p{L}*/giu,
  fr: /(?<!\p{L})gauches?(?!\p{L})/giu,
  es: /\bizquierd[oa]s?\b/giu,
  pt: /\besquerd[oa]s?\b/giu,
  it: /\bsinistr[oaie]\b/giu,
  nl: /\blinks?\b|\blinker\p{L}*/giu,
  pl: /(?<!\p{L})lew[aąeyio]\p{L}{0,3}(?!\p{L})/giu,
  cs: /(?<!\p{L})lev[ýáéoou]\p{L}{0,3}(?!\p{L})|vlevo/giu,
  ro: /(?<!\p{L})stâng[aăii]\p{L}?(?!\p{L})/giu,
  ru: /(?<!\p{L})(?:лев\p{L}{1,4}|слева|влево|налево)(?!\p{L})/giu,
  tr: /(?<!\p{L})sol(?:a|da|dan|daki|u|unda|undan)?(?!\p{L})/giu,
  ar: /يسار|شمال|أيسر|ايسر|اليسرى/gu,
  he: /שמאל/gu,
  zh: /左/gu,
  ja: /左/gu,
  ko: /왼|좌(?=측|수|로|우)/gu,
  sw: /kushoto/giu,
  vi: /(?<!\p{L})trái(?!\p{L})/giu,
  id: /\bkiri\b/giu,
  sv: /(?<!\p{L})vänster\p{L}*/giu,
};
const right: Readonly<Record<string, RegExp>> = {
  en: /\bright(?:-?hand(?:ed)?)?\b(?! (?:away|now|size|one|price|for|about))|\bRHR?\b/giu,
  de: /\brechts\b|\brechte[nmrs]?\b|\brechtsseitig\p{L}*/giu,
  fr: /(?<!\p{L})droite?s?(?!\p{L})/giu,
  es: /\bderech[oa]s?\b/giu,
  pt: /\bdireit[oa]s?\b/giu,
  it: /\bdestr[oaie]\b/giu,
  nl: /\brechts\b|\brechter\p{L}*/giu,
  pl: /(?<!\p{L})praw[aąeyo]\p{L}{0,3}(?!\p{L})/giu,
  cs: /(?<!\p{L})prav[ýáéou]\p{L}{0,3}(?!\p{L})|vpravo/giu,
  ro: /(?<!\p{L})dreapt\p{L}{0,2}(?!\p{L})/giu,
  ru: /(?<!\p{L})(?:прав(?:ый|ая|ое|ые|ой|ого|ую|ым|ых|ыми|ому)|справа|вправо|направо)(?!\p{L})/giu,
  tr: /(?<!\p{L})sağ(?:a|da|dan|daki|ı|ında|ından)?(?!\p{L})/giu,
  ar: /يمين|أيمن|ايمن|اليمنى/gu,
  he: /ימין|ימני/gu,
  zh: /右/gu,
  ja: /右/gu,
  ko: /오른|우(?=측|수|로)/gu,
  sw: /kulia/giu,
  vi: /(?<!\p{L})bên phải(?!\p{L})|tay phải/giu,
  id: /\bkanan\b/giu,
  sv: /(?<!\p{L})höger\p{L}*/giu,
};
const inward: Readonly<Record<string, RegExp>> = {
  en: /\binwards?\b|\binswing\b|\bopens? in(?:to)?\b|\bswings? in(?:to)?\b/giu,
  de: /nach innen|einwärts/giu,
  fr: /vers l['’]intérieur|(?:ouverture|ouvrant|ouvre) intérieure?/giu,
  es: /hacia (?:a|el )?(?:dentro|interior)|hacia adentro|para adentro/giu,
  pt: /para dentro|para o interior/giu,
  it: /verso l['’]interno/giu,
  nl: /naar binnen/giu,
  pl: /do (?:wewnątrz|środka)/giu,
  ru: /внутрь|вовнутрь/giu,
  tr: /içe(?: doğru)?(?!\p{L})|içeri(?:ye)?(?!\p{L})/giu,
  ar: /للداخل|إلى الداخل|لجوه/gu,
  zh: /内开|內開|向内|向內|往里/gu,
  ja: /内開き|内側に開/gu,
  ko: /안쪽으로|안으로/gu,
  sw: /kwenda ndani|kuelekea ndani/giu,
};
const outward: Readonly<Record<string, RegExp>> = {
  en: /\boutwards?\b|\boutswing\b|\bopens? out\b|\bswings? out\b/giu,
  de: /nach außen|auswärts|nach aussen/giu,
  fr: /vers l['’]extérieur|(?:ouverture|ouvrant|ouvre) extérieure?/giu,
  es: /hacia (?:a|el )?(?:fuera|exterior)|hacia afuera|para afuera/giu,
  pt: /para fora|para o exterior/giu,
  it: /verso l['’]esterno/giu,
  nl: /naar buiten/giu,
  pl: /na zewnątrz/giu,
  ru: /наружу/giu,
  tr: /dışa(?: doğru)?(?!\p{L})|dışarı(?:ya)?(?!\p{L})/giu,
  ar: /للخارج|إلى الخارج|لبره/gu,
  zh: /外开|外開|向外|往外/gu,
  ja: /外開き|外側に開/gu,
  ko: /바깥으로|바깥쪽으로|밖으로/gu,
  sw: /kwenda nje|kuelekea nje/giu,
};

export interface Reversal {
  source: { text: string; start: number; end: number };
  target: { text: string; start: number; end: number };
}

type Table = Readonly<Record<string, RegExp>>;

/** Directions that became their opposite: said only the one way in the source and only the other way in the target. */
export function reversals(
  source: { text: string; language: string },
  target: { text: string; language: string },
): Reversal[] {
  const found = (
    table: Table,
    side: { text: string; language: string },
  ): { text: string; start: number; end: number }[] => {
    const pattern = table[side.language];
    return pattern
      ? [...side.text.matchAll(pattern)].map((match) => ({
          text: match[0],
          start: match.index,
          end: match.index + match[0].length,
        }))
      : [];
  };
  const pairs: [Table, Table][] = [
    [left, right],
    [right, left],
    [inward, outward],
    [outward, inward],
  ];
  return pairs.flatMap(([one, opposite]) => {
    const [said] = found(one, source);
    const [turned] = found(opposite, target);
    if (!said || !turned || found(opposite, source).length > 0 || found(one, target).length > 0) return [];
    return [{ source: said, target: turned }];
  });
}
