import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { previewRoutingRule, type RoutingPreviewItem } from '../../../../libs/contracts/routing.ts';
import { useErrorText } from '../../components/use-error-text.ts';
import { useReasonText } from '../../components/use-reason-text.ts';
import { call } from '../../lib/call.ts';
import { usePeople, useTeams } from '../../lib/session.ts';
import { keptParts } from './rule-text.ts';
import styles from './settings.module.css';

/** What the rule as it stands in the form would have done with the newest tickets, and why. Nothing is changed. */
export function RulePreview({ form }: { form: Record<string, unknown> }) {
  const { t } = useTranslation('settings');
  const errorText = useErrorText();
  const preview = useMutation({
    mutationFn: () =>
      call(previewRoutingRule, {
        body: {
          id: typeof form['id'] === 'string' ? form['id'] : null,
          name: typeof form['name'] === 'string' ? form['name'] : '',
          ...keptParts(form),
        },
      }),
  });
  return (
    <section className={styles.preview} aria-label={t('preview.title')}>
      <Button variant="default" className={styles.small} loading={preview.isPending} onClick={() => preview.mutate()}>
        {t('preview.title')}
      </Button>
      <p className={styles.soft}>{t('preview.hint')}</p>
      {preview.error ? (
        <p className={styles.bad} role="alert">
          {errorText(preview.error)}
        </p>
      ) : null}
      {preview.data && (
        <div role="status">
          <p>{t('preview.count', { count: preview.data.items.length, examined: preview.data.examined })}</p>
          <ul className={styles.matches}>
            {preview.data.items.map((item) => (
              <Match key={item.ticketId} item={item} />
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

function Match({ item }: { item: RoutingPreviewItem }) {
  const { t } = useTranslation('settings');
  const { person } = usePeople();
  const { team } = useTeams();
  const sentence = useReasonText();
  const name = (teamId: string | null, userId: string | null) =>
    [team(teamId)?.name, person(userId)?.name].filter(Boolean).join(' · ') || t('preview.nobody');
  const { decision } = item;
  const [before, after] = [name(item.teamId, item.assigneeId), name(decision.teamId, decision.assigneeId)];
  return (
    <li>
      <Link to="/tickets/$ticketId" params={{ ticketId: item.ticketId }} dir="auto">
        #{item.number} {item.subject}
      </Link>
      <span className={styles.soft} dir="auto">
        {before === after ? t('preview.stays', { to: after }) : t('preview.moves', { from: before, to: after })}{' '}
        {item.decidedByRule !== null && t('preview.earlier', { rule: item.decidedByRule })}{' '}
        {decision.reasons.flatMap((r) => sentence('routing:reason', r) ?? []).join(' ')}
      </span>
    </li>
  );
}
