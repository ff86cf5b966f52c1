const word = /[\p{L}\p{M}'’ʻʼ·-]+/gu;

/** Lower-case words of a text; typographic apostrophes made plain. */
export function wordsOf(text: string): string[] {
  return (text.toLowerCase().replaceAll('’', "'").match(word) ?? []).map((item) => item.replace(/^['-]+|['-]+$/gu, ''));
}

const capital = /^[\p{P}\p{S}]*\p{Lu}/u;
const connector = /^(?:of|the|and|in|on|a|an|to|for|at|by|de|la|le|du|des|el|los|von|van|der|di|da|do|e|y|&|n)$/iu;
const sentenceEnd = /[.!?;]['"”»)]*$/u;

/**
 * The text without names and titles: inside a sentence, words with a capital are dropped, with the little words between
 * them ('Church of the Truly Warped'). A film title in English must not make a Turkish sentence English.
 * Returns the text itself when too little would be left to judge by.
 */
export function withoutNames(text: string): string {
  const words = text.split(/\s+/u);
  const starts = (index: number): boolean => index === 0 || sentenceEnd.test(words[index - 1] ?? '');
  const isTitle = (index: number): boolean => words[index] === 'The' && capital.test(words[index + 1] ?? '');
  const named = words.map((item, index) => (capital.test(item) && !starts(index)) || isTitle(index));
  for (let index = 0; index < words.length; index += 1) {
    if (!named[index]) continue;
    for (let next = index + 1; next < words.length && connector.test(words[next] ?? ''); next += 1) {
      if (capital.test(words[next + 1] ?? '')) for (let at = index + 1; at <= next; at += 1) named[at] = true;
    }
  }
  const kept = words.filter((_, index) => !named[index]);
  return kept.length >= 2 ? kept.join(' ') : text;
}
