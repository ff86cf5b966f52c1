import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf, languageName } from '../../lib/format.ts';
import styles from './bilingual-text.module.css';
import { alignSentences, type Sentence } from './sentences.ts';

/**
 * A text and its translation: two columns where there is room, else one with a switch. The sentence under the pointer is
 * marked in both.
 */
export function BilingualText({
  original,
  language,
  translation,
  translationLanguage,
}: {
  original: string;
  language: string;
  translation: string;
  translationLanguage: string;
}) {
  const { t, i18n } = useTranslation('conversation');
  const [shows, setShows] = useState<'translation' | 'original'>('translation');
  const [marked, setMarked] = useState<number | null>(null);
  const aligned = useMemo(
    () => alignSentences(original, language, translation, translationLanguage),
    [original, language, translation, translationLanguage],
  );
  const column = (side: 'translation' | 'original', tag: string, sentences: Sentence[] | undefined, text: string) => (
    <div className={styles.column} data-side={side}>
      <p className={styles.label}>
        {side === 'original'
          ? t('translation.original', { language: languageName(tag, i18n.language) })
          : t('translation.translated', { language: languageName(tag, i18n.language) })}
      </p>
      <div className={styles.text} lang={tag} dir={directionOf(tag)}>
        {sentences
          ? sentences.map((sentence, index) => (
              <Piece
                // biome-ignore lint/suspicious/noArrayIndexKey: a sentence is its place in the text
                key={index}
                sentence={sentence}
                isMarked={marked === index}
                onEnter={() => setMarked(index)}
              />
            ))
          : text}
      </div>
    </div>
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the mark is for the pointer alone
    <div className={styles.both} data-shows={shows} onMouseLeave={() => setMarked(null)}>
      <button
        type="button"
        className={styles.switch}
        onClick={() => setShows(shows === 'translation' ? 'original' : 'translation')}
      >
        {t(shows === 'translation' ? 'translation.showOriginal' : 'translation.showTranslation')}
      </button>
      <div className={styles.columns}>
        {column('original', language, aligned?.source, original)}
        {column('translation', translationLanguage, aligned?.target, translation)}
      </div>
    </div>
  );
}

function Piece({ sentence, isMarked, onEnter }: { sentence: Sentence; isMarked: boolean; onEnter: () => void }) {
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the mark is for the pointer alone; both texts read the same without it */}
      <span className={styles.sentence} data-marked={isMarked || undefined} onMouseEnter={onEnter}>
        {sentence.text}
      </span>
      {sentence.after}
    </>
  );
}
