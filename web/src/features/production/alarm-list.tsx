import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SpecificationAlarm } from '../../../../libs/contracts/production.ts';
import { TimeAgo } from '../../components/time-ago.tsx';
import styles from './alarm-list.module.css';

/** What later messages of the buyer touch of what was released: before and after, beside the buyer's own words. */
export function AlarmList({
  alarms,
  action,
}: {
  alarms: readonly SpecificationAlarm[];
  action?: (alarm: SpecificationAlarm) => ReactNode;
}) {
  const { t } = useTranslation('production');
  if (alarms.length === 0) return null;
  return (
    <section className={styles.alarms} role="alert">
      <h3 className={styles.title}>
        <IconAlertTriangle size={18} aria-hidden />
        {t('alarm.title')}
      </h3>
      {alarms.map((alarm) => (
        <div key={alarm.id} className={styles.alarm}>
          <ul className={styles.touches}>
            {alarm.touches.map((touch) => (
              <li key={`${touch.itemId} ${touch.attribute}`}>
                <strong>{touch.label}</strong>:{' '}
                {touch.before && (
                  <del>
                    <bdi>{touch.before}</bdi>
                  </del>
                )}{' '}
                {touch.after === null ? (
                  t('alarm.unclear')
                ) : touch.after === '' ? (
                  t('removed')
                ) : (
                  <ins>
                    <bdi>{touch.after}</bdi>
                  </ins>
                )}
                <q dir="auto" className={styles.stated}>
                  {touch.stated}
                </q>
                {touch.part !== 'text' && <span className={styles.soft}> · {t(`alarm.part.${touch.part}`)}</span>}
              </li>
            ))}
          </ul>
          <p className={styles.soft}>
            v{alarm.version} · <TimeAgo at={alarm.raisedAt} />
            {alarm.acknowledgedAt && ` · ${t('alarm.acknowledged')}`}
            {alarm.escalatedAt && !alarm.acknowledgedAt && ` · ${t('alarm.escalated')}`}
          </p>
          {action?.(alarm)}
        </div>
      ))}
    </section>
  );
}
