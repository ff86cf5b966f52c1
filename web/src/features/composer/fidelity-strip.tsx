import { IconAlertTriangle, IconChecks } from '@tabler/icons-react';
import type { TOptions } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { FidelityReportView } from '../../../../libs/contracts/translation.ts';
import { isolate } from '../../lib/format.ts';
import styles from './fidelity-strip.module.css';

/** What is worth counting aloud, in this order. */
const counted = ['number', 'unit', 'date', 'currency', 'code'] as const;

/** Whether text and translation say the same numbers: one quiet line, or what differs and where. */
export function FidelityStrip({
  report,
  onShow,
}: {
  report: FidelityReportView;
  /** Selects a place in the text. */
  onShow: (start: number, end: number) => void;
}) {
  const { t } = useTranslation(['composer', 'language']);
  const counts = counted
    .filter((kind) => (report.counts[kind] ?? 0) > 0)
    .map((kind) => t(`fidelity.count.${kind}`, { count: report.counts[kind] ?? 0 }));
  if (report.findings.length === 0) {
    if (counts.length === 0) return null;
    return (
      <p className={styles.strip} role="status">
        <IconChecks size={16} stroke={1.7} aria-hidden />
        {t('fidelity.agree', { what: counts.join(t('fidelity.comma')) })}
      </p>
    );
  }
  return (
    <ul className={styles.findings} data-blocked={!report.ok || undefined} role="alert">
      {report.findings.slice(0, 6).map((finding) => {
        const words = Object.fromEntries(
          Object.entries(finding.message.params).map(([name, value]) => [name, isolate(String(value))]),
        );
        const text = t(`language:fidelity.${finding.message.code as 'missing'}`, words as TOptions);
        const place = finding.target;
        return (
          <li
            key={`${finding.message.code}${finding.source?.start}${place?.start}`}
            className={styles.finding}
            data-severity={finding.severity}
          >
            <IconAlertTriangle size={15} stroke={1.7} aria-hidden />
            <span>{text}</span>
            {place && (
              <button type="button" className={styles.look} onClick={() => onShow(place.start, place.end)}>
                {t('fidelity.look')}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
