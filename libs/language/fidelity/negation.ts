/** Words of denial and lack, per language; several in one clause are one denial (ne … pas, no … nada, никогда не). */
const words: Readonly<Record<string, RegExp>> = {
  en: /\b(?:not|no|never|none|nothing|nobody|without|neither|nor|cannot|don't|doesn't|didn't|isn't|aren't|wasn't|weren't|won't|can't|couldn't|shouldn't|wouldn't|haven't|hasn't|hadn't|mustn't|needn't|dont|doesnt|didnt|isnt|wont|cant)\b/giu,
  de: /\b(?:nicht|nichts|kein(?:e[nmrs]?)?|keinerlei|nie|niemals|niemand|ohne|weder|nirgends)\b/giu,
  fr: /(?<!\p{L})(?:pas|jamais|rien|aucune?|sans|ni|non|personne|guère)(?!\p{L})|(?<!\p{L})(?:ne|n')(?=\s?\p{L}+(?:\s\p{L}+)? (?:plus|que))/giu,
  es: /(?<!\p{L})(?:no|nunca|jamás|nada|nadie|ningun[oa]s?|ningún|sin|ni|tampoco)(?!\p{L})/giu,
  pt: /(?<!\p{L})(?:não|nunca|jamais|nada|ninguém|nenhum[as]?|nenhuns|sem|nem|tampouco)(?!\p{L})/giu,
  it: /(?<!\p{L})(?:non|no|mai|niente|nulla|nessun[oa']?|senza|né|neppure|nemmeno)(?!\p{L})/giu,
  nl: /(?<!\p{L})(?:niet|niets|geen|nooit|niemand|zonder|noch|nergens)(?!\p{L})/giu,
  sv: /(?<!\p{L})(?:inte|ej|icke|ingen|inget|inga|aldrig|ingenting|utan|varken)(?!\p{L})/giu,
  da: /(?<!\p{L})(?:ikke|ej|ingen|intet|aldrig|ingenting|uden|hverken)(?!\p{L})/giu,
  no: /(?<!\p{L})(?:ikke|ikkje|ei|ingen|intet|aldri|ingenting|uten|utan|verken)(?!\p{L})/giu,
  fi: /(?<!\p{L})(?:ei|en|et|emme|ette|eivät|eikä|ilman|älä|ilmaan)(?!\p{L})/giu,
  pl: /(?<!\p{L})(?:nie|nigdy|nic|nikt|żaden|żadna|żadne|żadnej|żadnych|bez|ani)(?!\p{L})/giu,
  cs: /(?<!\p{L})(?:ne|nikdy|nic|nikdo|žádn[ýáéyo]\p{L}*|bez|ani|není|nejsou|nejde|nelze|nemá\p{L}*|nechc\p{L}+|nepotřebuj\p{L}+|nebud\p{L}+|nemůž\p{L}+|nebyl\p{L}*|nedostal\p{L}*|nefunguj\p{L}+|nevím\p{L}*|neob\p{L}+|nepř\p{L}+|nesm\p{L}+|nedod\p{L}+)(?!\p{L})/giu,
  ro: /(?<!\p{L})(?:nu|niciodată|nimic|nimeni|niciun|nicio|nici|fără|n-)(?!\p{L})/giu,
  ru: /(?<!\p{L})(?:не|нет|ни|никогда|ничего|никто|без|нельзя|никак\p{L}*|нету)(?!\p{L})/giu,
  uk: /(?<!\p{L})(?:не|ні|немає|нема|ніколи|нічого|ніхто|без|не можна)(?!\p{L})/giu,
  tr: /(?<!\p{L})(?:değil\p{L}*|yok\p{L}*|hayır|hiç\p{L}*|asla|olmadan|olmaksızın|istemiyor\p{L}*|\p{L}{2,}(?:siz|sız|suz|süz)(?:dir|dır|tir)?|\p{L}+m[ae]dan|\p{L}+m[iıuü]yor\p{L}*|\p{L}+m[ae]z(?:s[ea]|l[ae]r|d[iı])?|\p{L}+m[ae]sın(?:lar)?|\p{L}+m[ae]d[iı]\p{L}*|\p{L}+m[ae]yacak\p{L}*|\p{L}+m[ae]yın(?:ız)?|\p{L}+m[ae]yecek\p{L}*)(?!\p{L})/giu,
  ar: /(?<!\p{L})(?:و|ف)?(?:لا|لم|لن|ليس|ليست|غير|بدون|دون|بلا|بغير|مش|مو|مافي|مفيش|ما في|ماكو|عدم)(?!\p{L})/gu,
  fa: /(?<!\p{L})(?:نه|نیست|نمی\p{L}*|بدون|هیچ|هرگز|ندار\p{L}*|نشد\p{L}*|نکن\p{L}*|نباید)(?!\p{L})/gu,
  he: /(?<!\p{L})(?:ו|ש)?(?:לא|אין|אל|בלי|ללא|אף|מעולם)(?!\p{L})/gu,
  sw: /(?<!\p{L})(?:si|sio|hapana|hakuna|bila|kamwe|wala|haina|hauna|haiwezi|hatu\p{L}+|hai\p{L}+|hau\p{L}+|hawa\p{L}+|sija\p{L}+|sita\p{L}+|siwezi|sitaki|sihitaji)(?!\p{L})/giu,
  vi: /(?<!\p{L})(?:(?:không|chưa)(?! *(?:ạ|nhỉ|vậy|shop|em|anh)? *[?？])|chẳng|đừng)(?!\p{L})/giu,
  id: /(?<!\p{L})(?:tidak|bukan|tanpa|belum|jangan|tak|nggak|gak|ga)(?!\p{L})/giu,
  tl: /(?<!\p{L})(?:hindi|wala\p{L}*|walang|huwag|di|kulang)(?!\p{L})/giu,
  hi: /(?:नहीं|न|मत|बिना|ना)(?!\p{L}|\p{M})/gu,
  zh: /不(?!变|變|久|锈|銹|鏽|锈钢|错|錯|同|仅|僅|但|过|過|管|好意思|知(?!道)|少于|少於|如|妨|论|論|断|斷|良)|没(?:有)?|沒(?:有)?|未(?!来|來)|无(?!论|框|线|级)|無(?!論|框|線|級)|勿|别(?=再|给|用|做|加|装)|免(?:安|打)|而不是/gu,
  ja: /ない(?!で(?:す|しょう)か)|ません(?!か)|なし|無し|無(?:く|しで)|不要|不可|ずに|未(?=着|入|定|対|取)|なく(?:て|な|$)|なけれ|なかった|ありません|いりません|ず、/gu,
  ko: /않|없|안(?= ?[가-힣])(?!녕|쪽|전|내|심|방|으|에|감)|못(?= ?[가-힣])|말고|불가|미(?=포함|도착|수령)|아니/gu,
  th: /ไม่(?!้)|ยังไม่|ห้าม|ปราศจาก|ไร้/gu,
};

/**
 * Denials in form only: politeness ('could you not', 'no problem', 能否) and set phrases. They neither count nor need an
 * answer on the other side.
 */
const idioms: Readonly<Record<string, RegExp>> = {
  en: /\b(?:no (?:problem|worries|doubt)|don't worry|not only|why not|at no (?:extra |additional )?(?:cost|charge)|no (?:extra|additional) (?:cost|charge)|could(?:n't| not) you|no longer)\b/giu,
  de: /\b(?:kein problem|nicht wahr|nicht nur|könnten sie nicht|keine sorge|ohne aufpreis|nicht mehr)\b/giu,
  fr: /(?:pas de (?:problème|souci)|n'est-ce pas|pas seulement|sans (?:supplément|frais))/giu,
  es: /(?:no hay problema|sin problema|no solo|no sólo|no se preocupe|sin (?:coste|costo|cargo))/giu,
  pt: /(?:sem problema|não só|não se preocupe|sem custo)/giu,
  it: /(?:nessun problema|non solo|non si preoccupi|senza costi)/giu,
  nl: /(?:geen probleem|niet alleen|maak u geen zorgen)/giu,
  pl: /(?:nie ma problemu|nie tylko)/giu,
  ru: /(?:не мог(?:ли|ла)? бы|не только|без проблем|не могли бы|не подскаж\p{L}+)/giu,
  tr: /(?:sorun değil|sadece değil)/giu,
  ar: /(?:لا مشكلة|لا بأس|ليس فقط|ألا يمكن)/gu,
  zh: /没关系|沒關係|没问题|沒問題|不客气|不客氣|能不能|可不可以|是不是|有没有|有沒有|要不要|不仅|不仅仅|不好意思/gu,
  ja: /構いません|かもしれ(?:ない|ません)|ないでしょうか|ませんでしょうか/gu,
  ko: /괜찮|아니면/gu,
  vi: /không sao|không chỉ/giu,
  id: /tidak apa-apa|tidak masalah|tidak hanya/giu,
};

/**
 * Words without a denial that the other language may put as one: 'is missing', 'at most' ↔ 'not more than', 'instead of' ↔
 * 'and not', 'discontinued' ↔ 'no longer made', 'free' ↔ 'at no charge'. One may stand for a denial near the same place.
 */
const soft: Readonly<Record<string, RegExp>> = {
  en: /\b(?:lacks?|lacking|missing|outstanding|instead of|rather than|un(?:able|available|necessary|wanted|needed)|impossible|refuse[sd]?|discontinued|no longer|out of stock|sold out|max(?:imum)?|at most|up to|free|zero|except|unless|fail(?:s|ed)?|no (?:extra|additional) (?:cost|charge))\b/giu,
  de: /\b(?:fehlt|fehlen|fehlende[nmrs]?|statt|anstatt|anstelle|un(?:möglich|nötig)|ausverkauft|max(?:imal|\.)?|höchstens|kostenlos|außer|erst|nicht mehr|ohne aufpreis)\b/giu,
  fr: /(?<!\p{L})(?:manque(?:nt)?|manquante?s?|au lieu|impossible|épuisée?s?|max(?:i|imum|imale?)?|au plus|gratuit\p{L}*|sauf|hors|reste à)(?!\p{L})/giu,
  es: /(?<!\p{L})(?:faltan?|pendiente|en lugar de|en vez de|imposible|agotad\p{L}+|máximo|máx|como mucho|gratis|salvo|excepto)(?!\p{L})/giu,
  pt: /(?<!\p{L})(?:faltam?|pendente|em vez de|em lugar de|impossível|esgotad\p{L}+|máximo|máx|grátis|salvo|exceto)(?!\p{L})/giu,
  it: /(?<!\p{L})(?:manca(?:no)?|mancante|invece (?:di|del)|impossibile|esaurit\p{L}+|massimo|max|gratis|gratuit\p{L}+|salvo)(?!\p{L})/giu,
  nl: /(?<!\p{L})(?:ontbreekt|ontbreken|in plaats van|onmogelijk|uitverkocht|max(?:imaal)?|gratis|behalve)(?!\p{L})/giu,
  sv: /(?<!\p{L})(?:saknas?|istället för|omöjligt|slut|högst|max|gratis|utom)(?!\p{L})/giu,
  da: /(?<!\p{L})(?:mangler|i stedet for|umuligt|udsolgt|højst|maks|gratis|undtagen)(?!\p{L})/giu,
  no: /(?<!\p{L})(?:mangler|i stedet for|umulig|utsolgt|maks|gratis|unntatt)(?!\p{L})/giu,
  fi: /(?<!\p{L})(?:puuttuu|sijaan|mahdoton|loppu|enintään|ilmainen|paitsi)(?!\p{L})/giu,
  pl: /(?<!\p{L})(?:brak(?:uje)?|zamiast|niemożliwe|maks(?:ymalnie)?|bezpłatn\p{L}+|oprócz)(?!\p{L})/giu,
  cs: /(?<!\p{L})(?:chybí|místo|max(?:imálně)?|zdarma|kromě)(?!\p{L})/giu,
  ro: /(?<!\p{L})(?:lipse\p{L}+|în loc de|imposibil|epuizat|maxim(?:um)?|gratuit)(?!\p{L})/giu,
  ru: /(?<!\p{L})(?:отсутству\p{L}+|вместо|не хватает|невозможно|закончил\p{L}+|снят\p{L}* с производства|макс(?:имум|\.)?|бесплатн\p{L}+|кроме)(?!\p{L})/giu,
  uk: /(?<!\p{L})(?:замість|відсутн\p{L}+|неможливо|максимум|безкоштовн\p{L}+|крім)(?!\p{L})/giu,
  tr: /(?<!\p{L})(?:eksik\p{L}*|yerine|imkansız|tükendi|en fazla|ücretsiz|hariç)(?!\p{L})/giu,
  ar: /(?<!\p{L})(?:ناقص\p{L}*|ينقص\p{L}*|بدل(?:ا|اً)?|مستحيل|نفد\p{L}*|كحد أقصى|مجان\p{L}*|إلا|ما عدا)(?!\p{L})/gu,
  he: /(?<!\p{L})(?:חסר\p{L}*|במקום|אזל|מקסימום|חינם|חוץ)(?!\p{L})/gu,
  sw: /(?<!\p{L})(?:badala ya|imekwisha|isizidi|bure|isipokuwa)(?!\p{L})/giu,
  vi: /(?<!\p{L})(?:thiếu|thay vì|hết hàng|tối đa|miễn phí|trừ)(?!\p{L})/giu,
  id: /(?<!\p{L})(?:kurang|tiada|habis|maksimal|gratis|kecuali)(?!\p{L})/giu,
  zh: /缺|停产|停產|售罄|断货|断貨|零|免费|免費|最多|最大|至多|以内|以內|拒绝|禁止|除外/gu,
  ja: /代わりに|欠|売り切れ|廃番|以内|以下|無料/gu,
  ko: /빼고|대신|제외|품절|단종|이하|이내|무료/gu,
  th: /แทน|หมด|ไม่เกิน|ฟรี|ยกเว้น/gu,
};

export interface NegatedClause {
  text: string;
  start: number;
  end: number;
}

/** Punctuation and the 'and' or 'but' of a language end a clause. */
const clauseEnd =
  /[.,;:!?\n()。，；：！？、،؛]| - | – |(?<!\p{L})(?:and|but|und|aber|et|mais|y|pero|e|mas|ma|en|maar|och|men|og|i|ale|a|și|dar|и|но|а|і|та|ve|ama|na|lakini|và|nhưng|dan|tetapi|at|और)(?!\p{L})| و|而且|但是?|并且|그리고|하지만/iu;

/** A place in a text, as a share of its length. */
type Place = number;

export interface Denials {
  /** Clauses that deny something, each with the words that do. */
  clauses: (NegatedClause & { place: Place })[];
  /** Where a word stands that the other language may put as a denial. */
  soft: Place[];
}

/** What a text denies; undefined for a language without a table. */
export function denialsIn(text: string, language: string): Denials | undefined {
  const pattern = words[language];
  if (!pattern) return undefined;
  const plain = text.replaceAll('’', "'");
  const spans = (table: Readonly<Record<string, RegExp>>): [number, number][] =>
    [...plain.matchAll(table[language] ?? /$^/gu)].map((match) => [match.index, match.index + match[0].length]);
  const idle = spans(idioms);
  const clauses: NegatedClause[] = [];
  for (const match of plain.matchAll(pattern)) {
    const [start, end] = [match.index, match.index + match[0].length];
    if (idle.some(([from, to]) => start < to && end > from)) continue;
    const previous = clauses.at(-1);
    if (previous && !clauseEnd.test(plain.slice(previous.end, start))) previous.end = end;
    else clauses.push({ text: match[0], start, end });
  }
  const placeOf = (start: number): Place => start / Math.max(1, text.length);
  return {
    clauses: clauses.map((clause) => ({
      ...clause,
      text: text.slice(clause.start, clause.end),
      place: placeOf(clause.start),
    })),
    soft: [...spans(soft), ...idle].map(([start]) => placeOf(start)),
  };
}

/** Word order differs between languages: so far apart two words may be and still be about the same thing. */
const sameThing = 0.3;

/** Denials of `one` that have no counterpart in `other`: paired by place, the rest excused by a soft word nearby. */
export function unanswered(one: Denials, other: Denials): NegatedClause[] {
  const surplus = one.clauses.length - other.clauses.length;
  if (surplus <= 0) return [];
  const distance = (clause: { place: Place }): number =>
    Math.min(1, ...other.clauses.map((counterpart) => Math.abs(counterpart.place - clause.place)));
  const lonely = [...one.clauses].sort((a, b) => distance(b) - distance(a)).slice(0, surplus);
  // A soft word that both sides have says the same on both and excuses nothing.
  const excuses = [...other.soft];
  for (const place of one.soft) takeNear(excuses, place);
  return lonely.filter((clause) => !takeNear(excuses, clause.place));
}

function takeNear(places: Place[], place: Place): boolean {
  const at = places.findIndex((other) => Math.abs(other - place) <= sameThing);
  if (at >= 0) places.splice(at, 1);
  return at >= 0;
}
