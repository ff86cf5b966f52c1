// Reply and forward prefixes by language, compared in lower case. RFC 5256 §2.1 knows re, fw, fwd; mail programs write
// the rest in the language of their user.
const PREFIXES = new Set(
  `re fw fwd rsp resp
  aw wg antw antwort
  sv vb vs vl vid svar
  rv rm res enc ref tr rép réf rif
  antwoord doorst betr
  odp pd ynt ilt yml cevap vá továbbítás
  απ απάντηση σχετ πρθ atb ath bls trs balas terusan
  отв ответ пересл пер на ha fyi:
  השב הועבר תשובה رد إعادة توجيه ردّ إحالة
  回复 回覆 答复 答覆 回信 转发 轉寄 轉發 转寄 返信 転送 답장 회신 전달 trả chuyển`
    .split(/\s+/)
    .filter((word) => word !== 'توجيه' && word !== 'fyi:'),
);
// Italian Outlook writes bare capitals; lower case would eat ordinary words.
const CAPITAL_PREFIXES = new Set(['R', 'I']);
const TWO_WORDS = new Set(['إعادة توجيه', 'trả lời', 'chuyển tiếp', 'på vegne', 'tr :']);
const MAX_SUBJECT = 2_000;
const MAX_PREFIXES = 60;

function isPrefix(word: string): boolean {
  const bare = word.replace(/\s*[[(^]?\d{0,4}[\])]?$/, '').trim();
  const lower = bare.toLowerCase();
  return PREFIXES.has(lower) || TWO_WORDS.has(lower) || CAPITAL_PREFIXES.has(bare);
}

function withoutPrefix(subject: string): string | null {
  const colon = subject.slice(0, 24).search(/[:：]/);
  if (colon < 1 || !isPrefix(subject.slice(0, colon).trim())) return null;
  return subject.slice(colon + 1).trimStart();
}

function withoutBlob(subject: string): string | null {
  if (subject[0] !== '[') return null;
  const close = subject.indexOf(']');
  const inner = subject.slice(1, close);
  if (close < 1 || inner.includes('[')) return null;
  const rest = subject.slice(close + 1).trimStart();
  return rest === '' ? null : rest;
}

function unwrapped(subject: string): string | null {
  return /^\[fwd?:/i.test(subject) && subject.endsWith(']') ? subject.slice(subject.indexOf(':') + 1, -1).trim() : null;
}

/**
 * Base subject for threading (RFC 5256 §2.1): without reply and forward marks in any language, `[blobs]`, `(fwd)` and
 * doubled blanks. Case is kept: compare in lower case.
 */
export function baseSubject(subject: string): string {
  let rest = subject.slice(0, MAX_SUBJECT).replace(/\s+/g, ' ').trim();
  for (let i = 0; i < MAX_PREFIXES; i++) {
    const tail = rest.replace(/ ?\(fwd\)$/i, '');
    const next = tail !== rest ? tail : (withoutPrefix(rest) ?? unwrapped(rest) ?? withoutBlob(rest));
    if (next === null) break;
    rest = next;
  }
  return rest;
}

/** True where a subject begins like an answer or a forward, in any language. */
export function hasReplyPrefix(subject: string): boolean {
  let rest = subject.slice(0, MAX_SUBJECT).trim();
  for (let i = 0; i < 5; i++) {
    if (withoutPrefix(rest) !== null) return true;
    const next = withoutBlob(rest);
    if (next === null) return false;
    rest = next;
  }
  return false;
}
