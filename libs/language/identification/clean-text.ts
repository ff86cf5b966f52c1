/**
 * What says nothing about the language of a text, or says it wrongly: addresses of any kind, order ids, ASINs, product
 * codes, sizes, numbers, emoji, chat names. A brand or a URL in an Arabic sentence must not make it English.
 */
const noise: readonly RegExp[] = [
  /\b(?:https?|ftp):\/\/\S+/giu,
  /\bwww\.\S+/giu,
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}.-]{1,200}\.\p{L}{2,}/gu,
  /(?<![\p{L}\p{N}])(?:[a-z0-9-]+\.)+(?:com|net|org|info|shop|io|eu|[a-z]{2})(?:\/\S*)?(?![\p{L}\p{N}.])/giu,
  /(?<!\S)[@#][\p{L}\p{N}_]+/gu,
  // Anything with a digit in it that is written in Latin letters or is only digits: order ids, ASINs, RAL7016, 10x20, M8.
  /(?<![\p{L}\p{N}])(?=[\p{Script=Latin}\p{N}._/-]*\p{N})[\p{Script=Latin}\p{N}]+(?:[._/'’:-][\p{Script=Latin}\p{N}]+)*/gu,
  /\p{Nd}+/gu,
  /[\p{Extended_Pictographic}\u{1F1E6}-\u{1F1FF}\uFE0F\u200D]/gu,
  // Trade codes that are the same in every language; a message of nothing else says no language.
  /(?<![\p{L}\p{N}])(?:RAL|DIN|NCS|ISO|ASTM|NFRC|CIF|FOB|EXW|DDP|DAP|SKU|ASIN|PVC|UPVC|MDF|HDF|LED|USB|PDF|JPG|OK|ok|Ok|okay|Okay)(?![\p{L}\p{N}])/gu,
  /<[^<>]{1,80}>|\{\{?[^{}]{1,80}\}?\}|%[a-z]\b/giu,
  // Zero-width and direction marks, but not the joiners that belong to Persian and Indic spelling.
  /[\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu,
];

/** Longer texts add nothing to the decision and cost time. */
const enough = 2_000;

/**
 * The words of a text that can say which language it is in; may be empty.
 * @param text text without quotes and signature
 */
export function cleanForIdentification(text: string): string {
  let clean = text.slice(0, enough * 2).normalize('NFC');
  for (const pattern of noise) clean = clean.replace(pattern, ' ');
  return clean.replace(/\s+/gu, ' ').trim().slice(0, enough);
}
