import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Specification } from '../../../../libs/contracts/production.ts';
import { getTicket } from '../../../../libs/contracts/tickets.ts';
import { reading } from '../../lib/query.ts';
import styles from './specification.module.css';

/** The buyer's messages with the places that values were taken from. */
export function BuyerWords({ specification, active }: { specification: Specification; active: string | null }) {
  const { t } = useTranslation('specification');
  const ticket = useQuery(reading(getTicket, { params: { id: specification.ticketId } }));
  const spans = specification.items.flatMap((i) =>
    Object.entries(i.values).flatMap(([attribute, v]) => (v.source ? [{ attribute, ...v.source }] : [])),
  );
  const messages = ticket.data?.messages.filter((m) => m.direction === 'in') ?? [];
  return (
    <section>
      <h2 className={styles.heading}>{t('words')}</h2>
      {messages.map((m) => (
        <p key={m.id} className={styles.words} dir="auto" lang={m.language ?? undefined}>
          {pieces(
            m.text,
            spans.filter((s) => s.messageId === m.id),
          ).map((p) =>
            p.attribute ? (
              <mark key={p.start} data-active={p.attribute === active || undefined}>
                {p.text}
              </mark>
            ) : (
              <span key={p.start}>{p.text}</span>
            ),
          )}
        </p>
      ))}
    </section>
  );
}

/** The text cut at its marked places; where two overlap the first counts. */
export function pieces(
  text: string,
  spans: readonly { attribute: string; start: number; end: number }[],
): { start: number; text: string; attribute: string | null }[] {
  const result: { start: number; text: string; attribute: string | null }[] = [];
  let at = 0;
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    if (span.start < at || span.end > text.length) continue;
    if (span.start > at) result.push({ start: at, text: text.slice(at, span.start), attribute: null });
    result.push({ start: span.start, text: text.slice(span.start, span.end), attribute: span.attribute });
    at = span.end;
  }
  if (at < text.length) result.push({ start: at, text: text.slice(at), attribute: null });
  return result;
}
