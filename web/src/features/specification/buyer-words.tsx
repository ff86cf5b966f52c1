import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PackView, Specification } from '../../../../libs/contracts/production.ts';
import { getTicket } from '../../../../libs/contracts/tickets.ts';
import { TimeAgo } from '../../components/time-ago.tsx';
import { reading } from '../../lib/query.ts';
import styles from './specification.module.css';
import { focusRow } from './use-value-commands.ts';

/** The buyer's messages with the places that values were taken from. */
export function BuyerWords({
  specification,
  pack,
  active,
}: {
  specification: Specification;
  pack: PackView;
  /** Item and attribute whose place is lit. */
  active: string | null;
}) {
  const { t } = useTranslation('specification');
  const ticket = useQuery(reading(getTicket, { params: { id: specification.ticketId } }));
  const spans = specification.items.flatMap((i) =>
    Object.entries(i.values).flatMap(([name, v]) => (v.source ? [{ attribute: `${i.id} ${name}`, ...v.source }] : [])),
  );
  const titleOf = (row: string): string => {
    const name = row.slice(row.indexOf(' ') + 1);
    return pack.attributes.find((a) => a.name === name)?.label ?? name;
  };
  const messages = ticket.data?.messages.filter((m) => m.direction === 'in') ?? [];
  return (
    <section>
      <h2 className={styles.heading}>{t('words')}</h2>
      {messages.map((m) => (
        <div key={m.id} className={styles.message}>
          <span className={styles.sent}>
            <TimeAgo at={m.createdAt} form="moment" />
          </span>
          <p className={styles.words} dir="auto" lang={m.language ?? undefined}>
            {pieces(
              m.text,
              spans.filter((s) => s.messageId === m.id),
            ).map((p) =>
              p.attribute ? (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the value's own row is reached by key
                <mark
                  key={p.start}
                  data-active={p.attribute === active || undefined}
                  title={titleOf(p.attribute)}
                  onClick={() => focusRow(p.attribute!)}
                >
                  {p.text}
                </mark>
              ) : (
                <span key={p.start}>{p.text}</span>
              ),
            )}
          </p>
        </div>
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
