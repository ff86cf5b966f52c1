export interface Blocks {
  blanked: { start: number; end: number }[];
  blockOf: (at: number) => number;
}

const header =
  /^(?:from|to|cc|sent|date|reply-to|von|an|gesendet|datum|betreff|de|a|para|enviado|fecha|asunto|envoye|objet|da|inviato|data|oggetto|van|aan|verzonden|onderwerp|od|do|wyslano|temat|от|кому|отправлено|дата|тема|gonderen|kime|tarih|konu|من|الى|التاريخ|الموضوع|发件人|收件人|发送时间|主题|日期|差出人|宛先|件名|送信日時)\s?:/;
const subject =
  /^(?:subject|betreff|objet|asunto|assunto|oggetto|onderwerp|temat|тема|konu|الموضوع|主题|件名|제목)\s?:/;
const wrote =
  /(?:wrote|schrieb|a ecrit|escribio|escreveu|ha scritto|schreef|napisal\p{L}*|пишет|написал\p{L}*|yazdi|كتب|aliandika|写道|書きました|작성)\s?:?\s*$/u;
const separator =
  /^(?:-{3,}|_{5,}|={5,})|(?:original message|ursprungliche nachricht|message d'origine|mensaje original|mensagem original|messaggio originale|oorspronkelijk bericht|исходное сообщение|ozgun ileti|原始邮件)/;
const forwarded =
  /forwarded message|weitergeleitet|message transfere|mensaje reenviado|mensagem encaminhada|messaggio inoltrato|doorgestuurd|пересылаемое|iletilen/;
const disclaimer =
  /(?:confidential|intended solely|disclaimer|confidentialite|vertraulich|confidencial|riservat|vertrouwelijk|poufn\p{L}+|конфиденциальн|gizli).{0,400}/su;
const sentFrom =
  /^(?:sent from|gesendet von|envoye de|enviado desde|enviado do|inviato da|verzonden v|wyslano z|отправлено с|iphone'?um?dan|أرسلت من)/;

/**
 * What a mail is made of: new words, quoted words by depth, and what is no message at all: headers, disclaimers, the line
 * "On Tuesday X wrote". A forwarded mail is the message itself.
 */
export function blocksOf(folded: string): Blocks {
  const blanked: Blocks['blanked'] = [];
  const levels: { start: number; level: number }[] = [];
  let at = 0;
  let base = 0;
  let isForwarded = false;
  for (const line of folded.split('\n')) {
    const quote = /^\s*((?:>\s?)+)/.exec(line);
    const depth = (quote?.[1]?.match(/>/g) ?? []).length;
    const rest = line.slice(quote?.[0].length ?? 0).trim();
    if (quote) blanked.push({ start: at, end: at + quote[0].length });
    if (forwarded.test(rest) && rest.length < 80) {
      isForwarded = true;
      blanked.push({ start: at, end: at + line.length });
    } else if (separator.test(rest) && !/\d{2,}/.test(rest)) {
      if (/message|nachricht|mensa|messaggio|bericht|сообщ|ileti|邮件/.test(rest)) base += 1;
      blanked.push({ start: at, end: at + line.length });
    } else if (rest.length < 140 && wrote.test(rest)) {
      if (depth === 0 && /^\s*(?!>)/.test(line))
        base += folded.slice(at + line.length + 1, at + line.length + 3).includes('>') ? 0 : 1;
      blanked.push({ start: at, end: at + line.length });
    } else if (subject.test(rest) || (header.test(rest) && (isForwarded || base > 0 || depth > 0 || /@/.test(rest)))) {
      blanked.push({ start: at, end: at + line.length });
    } else if (
      sentFrom.test(rest) ||
      (rest.length > 120 && disclaimer.test(rest) && !/\d{3,}\s?[x×]\s?\d{3,}/.test(rest))
    ) {
      blanked.push({ start: at, end: at + line.length });
    }
    levels.push({ start: at, level: base + depth });
    at += line.length + 1;
  }
  const blockOf = (place: number): number => {
    let [low, high] = [0, levels.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (levels[middle]!.start <= place) low = middle;
      else high = middle;
    }
    return levels[low]?.level ?? 0;
  };
  return { blanked: merge(blanked), blockOf };
}

function merge(ranges: readonly { start: number; end: number }[]): { start: number; end: number }[] {
  const sorted = [...ranges].sort((a, b) => a.start - b.start);
  const merged: { start: number; end: number }[] = [];
  for (const r of sorted) {
    const last = merged.at(-1);
    if (last && r.start <= last.end) last.end = Math.max(last.end, r.end);
    else merged.push({ ...r });
  }
  return merged;
}
