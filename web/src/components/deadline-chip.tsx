import { useTranslation } from 'react-i18next';
import { duration, fullMoment } from '../lib/format.ts';
import { useNow } from '../lib/use-now.ts';
import styles from './deadline-chip.module.css';

const hour = 3_600_000;

/** How pressing a deadline is: grey with time to spare, amber within two hours, red when missed. */
export function urgencyOf(at: string, now: number): 'later' | 'soon' | 'late' {
  const left = new Date(at).getTime() - now;
  return left < 0 ? 'late' : left < 2 * hour ? 'soon' : 'later';
}

/** `answer within 40 min`; short in the list, where the sentence stands in the title. */
export function DeadlineChip({ at, kind, isShort = false }: { at: string; kind: string | null; isShort?: boolean }) {
  const { t, i18n } = useTranslation('inbox');
  const now = useNow();
  const urgency = urgencyOf(at, now);
  const time = duration(new Date(at).getTime() - now, i18n.language);
  const isResolution = kind === 'resolution';
  const sentence =
    urgency === 'late'
      ? t(isResolution ? 'deadline.resolveLate' : 'deadline.answerLate', { time })
      : t(isResolution ? 'deadline.resolveWithin' : 'deadline.answerWithin', { time });
  const short = urgency === 'late' ? t('deadline.late', { time }) : t('deadline.left', { time });
  return (
    <span className={styles.chip} data-urgency={urgency} title={`${sentence}\n${fullMoment(at, i18n.language)}`}>
      <span aria-hidden={isShort}>{isShort ? short : sentence}</span>
      {isShort && <span className="sr-only">{sentence}</span>}
    </span>
  );
}
