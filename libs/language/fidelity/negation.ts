/** Words of denial and lack, per language; several in one clause are one denial (ne … pas, no … nada, никогда не). */
const words: Readonly<Record<string, RegExp>> = {
  en: /\b(?:not|no|never|none|nothing|nobody|without|neither|nor|cannot|don't|doesn't|didn't|isn't|aren't|wasn't|weren't|won't|can't|couldn't|shouldn't|wouldn't|haven't|hasn't|hadn't|mustn't|needn't|dont|doesnt|didnt|isnt|wont|cant|un(?:able|available|necessary|wanted|needed)|refuse[sd]?|lacks?|lacking|missing|instead of)\b/giu,
  de: /\b(?:nicht|nichts|kein(?:e[nmrs]?)?|keinerlei|nie|niemals|niemand|ohne|weder|nirgends|un(?:möglich|nötig)|fehlt|fehlen|fehlende[nmrs]?|statt|anstatt|anstelle)\b/giu,
  fr: /(?<!\p{L})(?:pas|jamais|rien|aucune?|sans|ni|non|personne|guère|impossible|manque(?:nt)?|manquante?s?|au lieu)(?!\p{L})|(?<!\p{L})(?:ne|n')(?=\s?\p{L}+(?:\s\p{L}+)? (?:plus|que))/giu,
  es: /(?<!\p{L})(?:no|nunca|jamás|nada|nadie|ningun[oa]s?|ningún|sin|ni|tampoco|imposible|faltan?|en lugar de|en vez de)(?!\p{L})/giu,
  pt: /(?<!\p{L})(?:não|nunca|jamais|nada|ninguém|nenhum[as]?|nenhuns|sem|nem|tampouco|impossível|faltam?|em vez de|em lugar de)(?!\p{L})/giu,
  it: /(?<!\p{L})(?:non|no|mai|niente|nulla|nessun[oa']?|senza|né|neppure|nemmeno|impossibile|manca(?:no)?|mancante|invece (?:di|del))(?!\p{L})/giu,
  nl: /(?<!\p{L})(?:niet|niets|geen|nooit|niemand|zonder|noch|nergens|onmogelijk|ontbreekt|ontbreken|in plaats van)(?!\p{L})/giu,
  sv: /(?<!\p{L})(?:inte|ej|icke|ingen|inget|inga|aldrig|ingenting|utan|varken|saknas?|istället för)(?!\p{L})/giu,
  da: /(?<!\p{L})(?:ikke|ej|ingen|intet|aldrig|ingenting|uden|hverken|mangler|i stedet for)(?!\p{L})/giu,
  no: /(?<!\p{L})(?:ikke|ikkje|ei|ingen|intet|aldri|ingenting|uten|utan|verken|mangler|i stedet for)(?!\p{L})/giu,
  fi: /(?<!\p{L})(?:ei|en|et|emme|ette|eivät|eikä|ilman|älä|ilmaan|puuttuu|sijaan)(?!\p{L})/giu,
  pl: /(?<!\p{L})(?:nie|nigdy|nic|nikt|żaden|żadna|żadne|żadnej|żadnych|bez|ani|brak(?:uje)?|zamiast)(?!\p{L})/giu,
  cs: /(?<!\p{L})(?:ne|nikdy|nic|nikdo|žádn[ýáéyo]\p{L}*|bez|ani|chybí|místo|není|nejsou|nejde|nelze|nemá\p{L}*|nechc\p{L}+|nepotřebuj\p{L}+|nebud\p{L}+|nemůž\p{L}+|nebyl\p{L}*|nedostal\p{L}*|nefunguj\p{L}+|nevím\p{L}*|neob\p{L}+|nepř\p{L}+|nesm\p{L}+|nedod\p{L}+)(?!\p{L})/giu,
  ro: /(?<!\p{L})(?:nu|niciodată|nimic|nimeni|niciun|nicio|nici|fără|n-|lipse\p{L}+|în loc de)(?!\p{L})/giu,
  ru: /(?<!\p{L})(?:не|нет|ни|никогда|ничего|никто|без|нельзя|невозможно|никак\p{L}*|отсутству\p{L}+|вместо|нету|не хватает)(?!\p{L})/giu,
  uk: /(?<!\p{L})(?:не|ні|немає|нема|ніколи|нічого|ніхто|без|не можна|неможливо|замість|відсутн\p{L}+)(?!\p{L})/giu,
  tr: /(?<!\p{L})(?:değil\p{L}*|yok\p{L}*|hayır|hiç\p{L}*|asla|olmadan|olmaksızın|istemiyor\p{L}*|\p{L}{2,}(?:siz|sız|suz|süz)(?:dir|dır|tir)?|\p{L}+m[ae]dan|\p{L}+m[iıuü]yor\p{L}*|\p{L}+m[ae]z|\p{L}+m[ae]sın(?:lar)?|\p{L}+m[ae]d[iı]\p{L}*|\p{L}+m[ae]yacak\p{L}*|\p{L}+m[ae]yın(?:ız)?|\p{L}+m[ae]yecek\p{L}*|eksik\p{L}*|yerine)(?!\p{L})/giu,
  ar: /(?<!\p{L})(?:و|ف)?(?:لا|لم|لن|ليس|ليست|غير|بدون|دون|بلا|بغير|مش|مو|مافي|مفيش|ما في|ماكو|عدم|ناقص\p{L}*|ينقص\p{L}*|بدل(?:ا|اً)?)(?!\p{L})/gu,
  fa: /(?<!\p{L})(?:نه|نیست|نمی\p{L}*|بدون|هیچ|هرگز|ندار\p{L}*|نشد\p{L}*|نکن\p{L}*|نباید)(?!\p{L})/gu,
  he: /(?<!\p{L})(?:ו|ש)?(?:לא|אין|אל|בלי|ללא|אף|מעולם|חסר\p{L}*|במקום)(?!\p{L})/gu,
  sw: /(?<!\p{L})(?:si|sio|hapana|hakuna|bila|kamwe|wala|haina|hauna|haiwezi|hatu\p{L}+|hai\p{L}+|hau\p{L}+|hawa\p{L}+|sija\p{L}+|sita\p{L}+|siwezi|sitaki|sihitaji|badala ya)(?!\p{L})/giu,
  vi: /(?<!\p{L})(?:(?:không|chưa)(?! *(?:ạ|nhỉ|vậy|shop|em|anh)? *[?？])|chẳng|đừng|thiếu|thay vì)(?!\p{L})/giu,
  id: /(?<!\p{L})(?:tidak|bukan|tanpa|belum|jangan|tak|nggak|gak|ga|kurang|tiada)(?!\p{L})/giu,
  tl: /(?<!\p{L})(?:hindi|wala\p{L}*|walang|huwag|di|kulang)(?!\p{L})/giu,
  hi: /(?:नहीं|न|मत|बिना|ना)(?!\p{L}|\p{M})/gu,
  zh: /不(?!变|變|久|锈|銹|鏽|锈钢|错|錯|同|仅|僅|但|过|過|管|好意思|知|少于|少於|如|妨|论|論|断|斷|良)|没(?:有)?|沒(?:有)?|未(?!来|來)|无(?!论|框|线|级)|無(?!論|框|線|級)|勿|别(?=再|给|用|做|加|装)|免(?:安|打)|缺(?!货|貨)少?|而不是|取消/gu,
  ja: /ない(?!で(?:す|しょう)か)|ません(?!か)|なし|無し|無(?:く|しで)|不要|不可|ずに|未(?=着|入|定|対|取)|なく(?:て|な|$)|なかった|ありません|いりません|ず、|代わりに/gu,
  ko: /않|없|안(?= ?[가-힣])(?!녕|쪽|전|내|심|방|으|에|감)|못(?= ?[가-힣])|말고|불가|미(?=포함|도착|수령)|빼고|아니|대신|제외/gu,
  th: /ไม่(?!้)|ยังไม่|ห้าม|ปราศจาก|ไร้/gu,
};

export interface NegatedClause {
  text: string;
  start: number;
  end: number;
}

/** Punctuation and the 'and' or 'but' of a language end a clause. */
const clauseEnd =
  /[.,;:!?\n()。，；：！？、،؛]| - | – |(?<!\p{L})(?:and|but|und|aber|et|mais|y|pero|e|mas|ma|en|maar|och|men|og|i|ale|a|și|dar|и|но|а|і|та|ve|ama|na|lakini|và|nhưng|dan|tetapi|at|और)(?!\p{L})| و|而且|但是?|并且|그리고|하지만/iu;

/** Clauses of a text that deny something, each with the word that does; undefined for a language without a table. */
export function negatedClauses(text: string, language: string): NegatedClause[] | undefined {
  const pattern = words[language];
  if (!pattern) return undefined;
  const found: NegatedClause[] = [];
  for (const match of text.replaceAll('’', "'").matchAll(pattern)) {
    const previous = found.at(-1);
    const between = previous ? text.slice(previous.end, match.index) : '';
    if (previous && !clauseEnd.test(between)) previous.end = match.index + match[0].length;
    else found.push({ text: match[0], start: match.index, end: match.index + match[0].length });
  }
  return found.map((clause) => ({ ...clause, text: text.slice(clause.start, clause.end) }));
}
