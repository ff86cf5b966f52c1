import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import {
  arabic,
  cyrillic,
  greek,
  hebrew,
  japanese,
  korean,
  latin,
  simplifiedChinese,
  thai,
  traditionalChinese,
} from './writing-statistics.ts';

const SAMPLE = 6_000;

interface Candidate {
  label: string;
  decoder: TextDecoder;
  /** 0 … 1: how much the text looks like ordinary writing in the charset's languages. */
  score: (text: string) => number;
}

const candidate = (label: string, score: Candidate['score']): Candidate => ({
  label,
  decoder: new TextDecoder(label, { fatal: true }),
  score,
});

// In order of preference where two fit equally well.
const CANDIDATES: Candidate[] = [
  candidate('windows-1252', (text) => latin(text) * 0.97),
  candidate('gb18030', simplifiedChinese),
  candidate('big5', traditionalChinese),
  candidate('shift_jis', japanese),
  candidate('euc-jp', japanese),
  candidate('euc-kr', korean),
  candidate('windows-1251', cyrillic),
  candidate('koi8-r', cyrillic),
  candidate('ibm866', (text) => cyrillic(text) * 0.9),
  candidate('windows-1253', greek),
  candidate('windows-1255', hebrew),
  candidate('windows-1256', arabic),
  candidate('windows-874', thai),
  candidate('iso-8859-2', (text) => (/[ąęłśźżńćőűěščřžůťďňľĺŕ]/i.test(text) ? latin(text) * 0.96 : 0)),
  candidate('windows-1250', (text) => (/[ąęłśźżńćőűěščřžůťďňľĺŕ]/i.test(text) ? latin(text) * 0.95 : 0)),
  // Differs from windows-1252 in six letters, Icelandic there; Turkish has no acute accents.
  candidate('windows-1254', (text) => (/[ğşıİŞĞ]/.test(text) && !/[áéíóúæ]/i.test(text) ? latin(text) * 0.98 : 0)),
];
const UNKNOWN = { label: 'windows-1252', score: 0.3 };

function sampleOf(bytes: Buffer): Buffer {
  if (bytes.length <= SAMPLE) return bytes;
  let first = 0;
  while (first < bytes.length && (bytes[first] as number) < 0x80) first++;
  const start = bytes.lastIndexOf(10, first) + 1;
  const slice = bytes.subarray(start, start + SAMPLE);
  // End at a line so that no character is cut in two.
  const end = slice.lastIndexOf(10);
  return end > 0 ? slice.subarray(0, end) : slice;
}

function tryDecode({ decoder, score }: Candidate, bytes: Buffer): number {
  try {
    return score(decoder.decode(bytes));
  } catch {
    return 0;
  }
}

/** The ISO 2022 or HZ family by its escape sequences; null when there are none. */
export function detectEscapes(bytes: Buffer): 'iso-2022-jp' | 'iso-2022-kr' | 'hz' | null {
  const esc = bytes.indexOf(0x1b);
  if (esc >= 0) {
    const text = bytes.toString('latin1', esc, Math.min(bytes.length, esc + 4));
    if (/^\x1b(?:\$[@B]|\$\([@BDOQ]|\(I)/.test(text)) return 'iso-2022-jp';
    if (text.startsWith('\x1b$)C')) return 'iso-2022-kr';
    if (bytes.indexOf('\x1b$B') >= 0 || bytes.indexOf('\x1b$@') >= 0) return 'iso-2022-jp';
  }
  const hz = bytes.indexOf('~{');
  return hz >= 0 && bytes.indexOf('~}', hz) > hz + 3 ? 'hz' : null;
}

/**
 * Guesses the charset of 8-bit text without a (credible) label. Deterministic; looks at a sample of 6 kB.
 * @param hint label used elsewhere in the same message, preferred when it fits about as well
 */
export function detectCharset(bytes: Buffer, hint: string | null = null): string {
  const sample = sampleOf(bytes);
  if (isUtf8(sample)) return 'utf-8';
  let best = UNKNOWN;
  for (const option of CANDIDATES) {
    const score = tryDecode(option, sample) + (option.label === hint ? 0.2 : 0);
    if (score > best.score) best = { label: option.label, score };
  }
  return best.label;
}
