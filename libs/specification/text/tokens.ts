export interface Token {
  start: number;
  end: number;
  text: string;
  kind: 'word' | 'sign' | 'number' | 'punctuation';
  /** Running number of the clause and of the sentence it stands in. */
  clause: number;
  sentence: number;
}

const pattern =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}ー]|\d+(?:[.,]\d+)*|[\p{L}\p{M}]+|[^\s]/gu;
const unspaced = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}ー]$/u;
/** Words before whose dot no sentence ends. */
const abbreviations = new Set(
  'szer wys ca max min approx no nos nr inkl incl zzgl bzw art apt st str tel ref ord pos abb evtl ggf env mini maxi qty pcs stk zb pt sig mr mrs ms dr ing arq eng tl dl gr mm cm col dim prof larg haut alt anch esp spess lung larg kol inc ext int approx col pol pulg cal dn ok cca tj napr ок шт кол выс шир тел см мм м г ул д стр'.split(
    ' ',
  ),
);

/** Words, figures and signs of a folded text, each with its clause and sentence. */
export function tokenize(folded: string): Token[] {
  const tokens: Token[] = [];
  let clause = 0;
  let sentence = 0;
  let last = 0;
  for (const match of folded.matchAll(pattern)) {
    const [text, start] = [match[0], match.index];
    const gap = folded.slice(last, start);
    if (gap.includes('\n')) {
      sentence += isWrapped(folded, last, start) ? 0 : 1;
      clause += 1;
    }
    const code = text.charCodeAt(0);
    const kind =
      code >= 48 && code <= 57
        ? 'number'
        : unspaced.test(text)
          ? 'sign'
          : /[\p{L}\p{M}]/u.test(text)
            ? 'word'
            : 'punctuation';
    tokens.push({ start, end: start + text.length, text, kind, clause, sentence });
    last = start + text.length;
    if (kind !== 'punctuation') continue;
    if (endsSentence(folded, tokens, start)) {
      sentence += 1;
      clause += 1;
    } else if (
      /[,;:()[\]|、·•]/.test(text) ||
      (text === '-' && /\s/.test(folded[start - 1] ?? ' ') && /\s/.test(folded[start + 1] ?? ' '))
    )
      clause += 1;
  }
  return tokens;
}

/** A line that mail programs broke: long, without an end, going on in lower case. */
function isWrapped(folded: string, from: number, to: number): boolean {
  if ((folded.slice(from, to).match(/\n/g) ?? []).length > 1) return false;
  const lineStart = folded.lastIndexOf('\n', from - 1) + 1;
  return (
    from - lineStart >= 58 &&
    !/[.:;!?]$/.test(folded.slice(Math.max(0, from - 1), from)) &&
    /^[\p{L}\d(]/u.test(folded.slice(to)) &&
    !/^(?:\d+\s?[x×)]|[-*•])/.test(folded.slice(to))
  );
}

function endsSentence(folded: string, tokens: readonly Token[], at: number): boolean {
  const sign = folded[at]!;
  if (/[。！？!?;…]/.test(sign)) return true;
  if (sign !== '.') return false;
  const after = folded.slice(at + 1, at + 3);
  if (after !== '' && !/^\s/.test(after)) return false;
  const before = tokens.at(-2);
  if (
    before &&
    before.end === at &&
    (abbreviations.has(before.text) || (before.kind === 'word' && before.text.length === 1))
  ) {
    return /^\s*\n/.test(folded.slice(at + 1, at + 4)) || after === '';
  }
  return true;
}
