import { TextDecoder } from 'node:util';
import iconv from 'iconv-lite';

/**
 * How a label is decoded: by a table (the runtime's own or iconv-lite's), or by one of the stateful decoders of
 * stateful-charsets.ts.
 */
export type CharsetCodec =
  | { kind: 'utf-8' }
  | { kind: 'table'; label: string; multibyte: boolean; decode: (bytes: Buffer) => string }
  | { kind: 'stateful'; label: 'iso-2022-jp' | 'iso-2022-kr' | 'iso-2022-cn' | 'hz' | 'utf-7' };

// Labels of real mail that WHATWG does not know. Chinese labels all go to gb18030, the superset: mail labelled GB2312 is
// GBK more often than not.
const ALIASES: Record<string, string> = {
  utf8: 'utf-8',
  utf8mb4: 'utf-8',
  cp65001: 'utf-8',
  'utf-8-sig': 'utf-8',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  cp936: 'gb18030',
  ms936: 'gb18030',
  'windows-936': 'gb18030',
  'x-cp936': 'gb18030',
  'gb2312-80': 'gb18030',
  gb2312_80: 'gb18030',
  'gb_2312-80': 'gb18030',
  euccn: 'gb18030',
  'euc-cn': 'gb18030',
  'x-euc-cn': 'gb18030',
  'x-gbk': 'gb18030',
  'gb18030-2005': 'gb18030',
  cp54936: 'gb18030',
  cp950: 'big5',
  ms950: 'big5',
  'windows-950': 'big5',
  'big5-eten': 'big5',
  big5hkscs: 'big5',
  cp932: 'shift_jis',
  ms932: 'shift_jis',
  'windows-932': 'shift_jis',
  shiftjis: 'shift_jis',
  'x-ms-cp932': 'shift_jis',
  cp51932: 'euc-jp',
  eucjp: 'euc-jp',
  'eucjp-ms': 'euc-jp',
  ujis: 'euc-jp',
  cp949: 'euc-kr',
  ms949: 'euc-kr',
  uhc: 'euc-kr',
  'x-windows-949': 'euc-kr',
  euckr: 'euc-kr',
  ksc5601: 'euc-kr',
  'ks-c-5601-1987': 'euc-kr',
  koi: 'koi8-r',
  koi8r: 'koi8-r',
  koi8u: 'koi8-u',
  tis620: 'windows-874',
  cp874: 'windows-874',
  latin: 'iso-8859-1',
  'latin-1': 'iso-8859-1',
  'latin-9': 'iso-8859-15',
  latin9: 'iso-8859-15',
  'mac-roman': 'macintosh',
  macroman: 'macintosh',
  'mac-cyrillic': 'x-mac-cyrillic',
  cp850: 'cp850',
  utf16: 'utf-16',
  ucs2: 'utf-16',
  'ucs-2': 'utf-16',
};
const STATEFUL: Record<string, 'iso-2022-jp' | 'iso-2022-kr' | 'iso-2022-cn' | 'hz' | 'utf-7'> = {
  jis: 'iso-2022-jp',
  csiso2022jp: 'iso-2022-jp',
  cp50220: 'iso-2022-jp',
  cp50221: 'iso-2022-jp',
  cp50222: 'iso-2022-jp',
  csiso2022kr: 'iso-2022-kr',
  cp50225: 'iso-2022-kr',
  hz: 'hz',
  'hz-gb-2312': 'hz',
  cp52936: 'hz',
  utf7: 'utf-7',
  'utf-7': 'utf-7',
  'unicode-1-1-utf-7': 'utf-7',
  cp65000: 'utf-7',
};
// Labels that say nothing about the bytes.
const EMPTY_LABELS =
  /^(?:|unknown(?:-8bit)?|x-unknown|default(?:_charset)?|none|binary|[78]bit|x-user-defined|user-defined|charset|auto)$/;
// The runtime's tables lack the extensions that real mail uses (UHC syllables, HKSCS): iconv-lite has them.
const WIDER: Record<string, string> = { 'euc-kr': 'cp949', big5: 'big5hkscs' };
const MULTIBYTE = new Set(['gb18030', 'gbk', 'big5', 'shift_jis', 'euc-jp', 'euc-kr']);

const codecs = new Map<string, CharsetCodec | null>();

function canonical(label: string): string {
  const name = label
    .slice(0, 60)
    .toLowerCase()
    .replace(/["'\s]+/g, '')
    .replace(/^(?:cs|charset=)(?=[a-z]*\d)/, '');
  const iso = /^(?:x-)?(?:iso)?[-_]?8859[-_](\d{1,2})(?:$|[^\d-])/.exec(name) ?? /^iso8859(\d{1,2})$/.exec(name);
  if (iso) return `iso-8859-${iso[1]}`;
  const windows = /^(?:x-)?(?:windows|win|cp|ansi|ms|microsoft)[-_]?(125[0-8])$/.exec(name);
  if (windows) return `windows-${windows[1]}`;
  return ALIASES[name] ?? ALIASES[name.replace(/_/g, '-')] ?? name;
}

function whatwg(label: string): CharsetCodec | null {
  try {
    const decoder = new TextDecoder(label, { ignoreBOM: true });
    if (decoder.encoding === 'utf-8') return { kind: 'utf-8' };
    if (decoder.encoding === 'iso-2022-jp') return { kind: 'stateful', label: 'iso-2022-jp' };
    const wider = WIDER[decoder.encoding];
    return {
      kind: 'table',
      label: decoder.encoding,
      multibyte: MULTIBYTE.has(decoder.encoding),
      decode: wider ? (bytes) => iconv.decode(bytes, wider) : (bytes) => decoder.decode(bytes),
    };
  } catch {
    return null;
  }
}

function other(label: string): CharsetCodec | null {
  if (!iconv.encodingExists(label)) return null;
  return { kind: 'table', label, multibyte: false, decode: (bytes) => iconv.decode(bytes, label) };
}

function find(label: string): CharsetCodec | null {
  const name = canonical(label);
  if (EMPTY_LABELS.test(name)) return null;
  const stateful = STATEFUL[name];
  if (stateful) return { kind: 'stateful', label: stateful };
  const family = /^iso-2022-(jp|kr|cn)/.exec(name)?.[1];
  if (family) return { kind: 'stateful', label: `iso-2022-${family as 'jp' | 'kr' | 'cn'}` };
  return whatwg(name) ?? whatwg(name.replace(/^x-/, '')) ?? other(name);
}

/** The codec behind a charset label as mail programs write it; null when the label is missing, empty or unknown. */
export function charsetCodec(label: string | null | undefined): CharsetCodec | null {
  if (!label) return null;
  const known = codecs.get(label);
  if (known !== undefined) return known;
  const codec = find(label);
  // Labels come from strangers: the cache must not grow for ever.
  if (codecs.size < 500) codecs.set(label, codec);
  return codec;
}
