export interface Sentence {
  text: string;
  /** The white space behind it, with line breaks. */
  after: string;
}

const segmenters = new Map<string, Intl.Segmenter>();
function segmenterOf(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known) return known;
  const made = new Intl.Segmenter(language, { granularity: 'sentence' });
  segmenters.set(language, made);
  return made;
}

/** Paragraphs of sentences. */
export function sentencesOf(text: string, language: string): Sentence[][] {
  return text.split(/(?<=\n)/u).map((line) =>
    [...segmenterOf(language).segment(line)].map(({ segment }) => {
      const body = segment.trimEnd();
      return { text: body, after: segment.slice(body.length) };
    }),
  );
}

/**
 * A text and its translation, cut so that what belongs together has the same number: by sentence where both have as many
 * in a line, else by line, else not at all (null).
 */
export function alignSentences(
  source: string,
  sourceLanguage: string,
  target: string,
  targetLanguage: string,
): { source: Sentence[]; target: Sentence[] } | null {
  const [a, b] = [sentencesOf(source, sourceLanguage), sentencesOf(target, targetLanguage)];
  if (a.length !== b.length) return null;
  const whole = (sentences: readonly Sentence[]): Sentence => {
    const text = sentences.map((s) => s.text + s.after).join('');
    const body = text.trimEnd();
    return { text: body, after: text.slice(body.length) };
  };
  const pairs = a.map((line, i) => {
    const other = b[i]!;
    return line.length === other.length
      ? { source: line, target: other }
      : { source: [whole(line)], target: [whole(other)] };
  });
  return { source: pairs.flatMap((p) => p.source), target: pairs.flatMap((p) => p.target) };
}
