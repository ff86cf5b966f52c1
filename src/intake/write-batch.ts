import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RoutingDecision } from '../../libs/contracts/index.ts';
import { translator } from '../../libs/i18n/server.ts';
import { type InboundForDeadline, type NextDeadline, StartDeadlines } from '../deadlines/index.ts';
import { type DomainEvent, Events, Jobs, newId } from '../platform/index.ts';
import { RouteTickets } from '../routing/index.ts';
import { snippetOf } from '../tickets/index.ts';
import type { Appended, Opened, Outcome } from './batch.ts';
import { isQuiet } from './decide.ts';
import {
  insertAttachments,
  insertMessages,
  insertTickets,
  records,
  type TicketInsert,
  touchTickets,
} from './write-rows.ts';

/** route → commit → announce: a whole batch by a dozen statements in the caller's transaction. */
@Injectable()
export class WriteBatch {
  constructor(
    private readonly routing: RouteTickets,
    private readonly deadlines: StartDeadlines,
    private readonly events: Events,
    private readonly jobs: Jobs,
  ) {}

  async write(db: EntityManager, outcomes: readonly Outcome[], now: Date): Promise<void> {
    if (outcomes.length === 0) return;
    const opened = outcomes.filter((o) => o.kind === 'open');
    const appended = outcomes.filter((o) => o.kind === 'append');
    const decisions = await this.route(db, opened);
    const clocks = await this.startClocks(db, opened, now);
    await insertTickets(
      db,
      opened.map((o) => ticketOf(o, decisions.get(o.ticketId) ?? null, clocks.get(o.ticketId), now)),
    );
    await insertMessages(db, [...opened, ...appended], now);
    await insertAttachments(db, [...opened, ...appended]);
    await touchTickets(
      db,
      appended.map((a) => touchOf(a, now)),
    );
    await this.recordEvents(db, opened, appended, decisions);
    await this.restartClocks(db, appended, now);
    await this.settle(db, outcomes);
    await this.bounces(db, outcomes);
    await this.tellWatchers(db, [...opened.filter((o) => o.followUpOf), ...appended]);
    await this.announce(db, opened, appended);
  }

  /** Only what somebody has to act on is routed. */
  private async route(db: EntityManager, opened: readonly Opened[]): Promise<Map<string, RoutingDecision>> {
    const live = opened.filter(needsAnswer);
    const decisions = await this.routing.route(
      db,
      live.map((o) => ({
        ticketId: o.ticketId,
        language: o.language.language,
        languageConfidence: o.language.confidence,
        country: o.country.country,
        region: o.country.region,
        storeId: o.item.storeId,
        channelId: o.item.channelId,
        intent: o.item.mail?.intent.intent ?? null,
        tags: [],
        subject: o.item.mail?.subject ?? '',
        previousAssigneeId: o.contact?.lastAssigneeId ?? null,
      })),
    );
    return new Map(live.map((o, i) => [o.ticketId, decisions[i]!]));
  }

  private async recordEvents(
    db: EntityManager,
    opened: readonly Opened[],
    appended: readonly Appended[],
    decisions: Map<string, RoutingDecision>,
  ): Promise<void> {
    const rows = [
      ...opened.flatMap((o) => {
        const d = decisions.get(o.ticketId);
        return d
          ? [
              {
                id: newId(),
                ticket_id: o.ticketId,
                type: 'routed',
                data: { teamId: d.teamId, assigneeId: d.assigneeId, reasons: d.reasons },
              },
            ]
          : [];
      }),
      ...opened
        .filter((o) => o.followUpOf)
        .map((o) => ({ id: newId(), ticket_id: o.ticketId, type: 'followUp', data: { ticketId: o.followUpOf } })),
      ...appended
        .filter((a) => a.reopens)
        .map((a) => ({ id: newId(), ticket_id: a.ticketId, type: 'reopened', data: { by: a.reason.code } })),
    ];
    if (rows.length === 0) return;
    await db.query(
      `INSERT INTO ticket_events (id, ticket_id, type, data) SELECT id, ticket_id, type, data FROM jsonb_to_recordset($1::jsonb) AS n (id uuid, ticket_id uuid, type text, data jsonb)`,
      [records(rows)],
    );
  }

  private async startClocks(
    db: EntityManager,
    opened: readonly Opened[],
    now: Date,
  ): Promise<Map<string, NextDeadline>> {
    const inputs = opened.filter(needsAnswer).map((o) => clockInput(o, true, now));
    return new Map((await this.deadlines.onInbound(db, inputs)).map((n) => [n.ticketId, n]));
  }

  private async restartClocks(db: EntityManager, appended: readonly Appended[], now: Date): Promise<void> {
    const inputs = appended.filter((a) => a.isAwake && needsAnswer(a)).map((a) => clockInput(a, false, now));
    const next = (await this.deadlines.onInbound(db, inputs)).filter((n) => n.nextDeadlineAt);
    if (next.length === 0) return;
    await db.query(
      `UPDATE tickets t SET next_deadline_at = n.at, next_deadline_kind = n.kind FROM unnest($1::uuid[], $2::timestamptz[], $3::text[]) AS n (id, at, kind) WHERE t.id = n.id`,
      [next.map((n) => n.ticketId), next.map((n) => n.nextDeadlineAt), next.map((n) => n.kind)],
    );
  }

  /** The ledger, in the same transaction: a message is ticketed exactly when its ticket is there. */
  private async settle(db: EntityManager, outcomes: readonly Outcome[]): Promise<void> {
    const state = (o: Outcome) => (o.kind === 'ignore' ? 'ignored' : o.item.mail ? 'ticketed' : 'failed');
    const reason = (o: Outcome) => (o.kind === 'ignore' ? o.reason : o.item.fault);
    await db.query(
      `UPDATE received_messages r SET state = n.state, reason = n.reason, attempts = r.attempts + 1 FROM unnest($1::uuid[], $2::text[], $3::text[]) AS n (id, state, reason) WHERE r.id = n.id`,
      [outcomes.map((o) => o.item.id), outcomes.map(state), outcomes.map(reason)],
    );
  }

  /** What came back is told to the message that went out; delivery writes its state and tells the author. */
  private async bounces(db: EntityManager, outcomes: readonly Outcome[]): Promise<void> {
    for (const o of outcomes) {
      const mail = o.kind === 'append' && o.reason.code === 'bouncedMessage' ? o.item.mail : null;
      if (o.kind !== 'append' || !mail?.automation?.isBounce || o.item.isHistory) continue;
      const messageIdHeader = o.reportedHeader ?? (await lastSent(db, o.ticketId));
      if (!messageIdHeader) continue;
      const { recipient = '', status = '', diagnostic = '' } = mail.bounce ?? {};
      await this.jobs.add(db, 'delivery.bounce', { messageIdHeader, recipient, status, diagnostic });
      await this.events.publish(db, { type: 'bounce.received', ticketId: o.ticketId, messageId: o.messageId });
    }
  }

  /** Rooms that read what goes on in a ticket do so after commit; one job a batch. */
  private async tellWatchers(db: EntityManager, continued: readonly (Opened | Appended)[]): Promise<void> {
    const messageIds = continued.filter((o) => o.direction === 'in' && needsAnswer(o)).map((o) => o.messageId);
    if (messageIds.length > 0) await this.jobs.add(db, 'messages.continued', { messageIds });
  }

  private async announce(db: EntityManager, opened: readonly Opened[], appended: readonly Appended[]): Promise<void> {
    const events: DomainEvent[] = [
      ...opened.filter((o) => !o.item.isHistory).map((o) => ({ type: 'ticket.opened', ticketId: o.ticketId })),
      ...appended.filter((a) => !a.item.isHistory).map((a) => ({ type: 'ticket.changed', ticketId: a.ticketId })),
      ...[...opened, ...appended].map((o) => ({
        type: 'message.added',
        ticketId: o.ticketId,
        messageId: o.messageId,
        direction: 'in',
      })),
    ];
    await this.events.publish(db, ...events);
  }
}

/** A person waits: not history, not a machine, not spam. */
const needsAnswer = (o: Opened | Appended): boolean =>
  !o.item.isHistory && !(o.item.mail && (isQuiet(o.item.mail) || o.item.mail.isSpam));

const clockInput = (o: Opened | Appended, isNew: boolean, now: Date): InboundForDeadline => ({
  ticketId: o.ticketId,
  storeId: o.item.storeId,
  channelId: o.item.channelId,
  receivedAt: o.item.receivedAt > now ? now : o.item.receivedAt,
  isNew,
});

function ticketOf(
  o: Opened,
  decision: RoutingDecision | null,
  clock: NextDeadline | undefined,
  now: Date,
): TicketInsert {
  const { mail, isHistory } = o.item;
  const quiet = mail !== null && isQuiet(mail);
  const at = isHistory ? (mail?.date ?? o.item.receivedAt) : now;
  const t = translator(o.item.storeLanguages[0] ?? 'en');
  return {
    id: o.ticketId,
    subject: mail ? mail.subject : t('mail:unreadable'),
    status: isHistory ? 'closed' : quiet ? 'resolved' : 'new',
    priority: decision?.priority ?? 'normal',
    store_id: o.item.storeId,
    channel_id: o.item.channelId,
    contact_id: o.contact?.id ?? null,
    team_id: decision?.teamId ?? null,
    assignee_id: decision?.assigneeId ?? null,
    language: o.language.language,
    language_confidence: o.language.confidence,
    language_reason: o.language.reason ?? null,
    country: o.country.country,
    country_confidence: o.country.confidence,
    country_reason: o.country.reason ?? null,
    region: o.country.region,
    intent: mail?.intent.intent ?? null,
    order_id: o.orderId,
    tags: [...(mail?.automation ? ['automatic'] : []), ...(decision?.addTags ?? [])],
    is_special_wish: mail?.intent.intent === 'special_wish',
    is_spam: mail?.isSpam ?? false,
    is_history: isHistory,
    follow_up_of: o.followUpOf,
    route_reason: decision?.reasons ?? [],
    contact_name: o.contact?.name ?? mail?.from?.name ?? mail?.from?.address ?? '',
    snippet: snippetOf(mail?.replyText || mail?.text || ''),
    last_message_at: at,
    last_direction: o.direction,
    waiting_since: isHistory || quiet ? null : o.item.receivedAt > now ? now : o.item.receivedAt,
    next_deadline_at: clock?.nextDeadlineAt ?? null,
    next_deadline_kind: clock?.kind ?? null,
    resolved_at: isHistory || quiet ? at : null,
  };
}

/** The answer that a report most likely speaks of where it names none: the last that left this ticket. */
async function lastSent(db: EntityManager, ticketId: string): Promise<string | null> {
  const rows: { header: string }[] = await db.query(
    `SELECT message_id_header AS header FROM messages WHERE ticket_id = $1 AND direction = 'out' AND message_id_header IS NOT NULL ORDER BY received_at DESC LIMIT 1`,
    [ticketId],
  );
  return rows[0]?.header ?? null;
}

function touchOf(a: Appended, now: Date) {
  const { mail } = a.item;
  return {
    id: a.ticketId,
    snippet: snippetOf(mail?.replyText || mail?.text || ''),
    at: a.item.isHistory ? (mail?.date ?? a.item.receivedAt) : now,
    direction: a.direction,
    reopens: a.reopens,
    wakes: a.isAwake,
    isQuiet: mail !== null && isQuiet(mail),
    language: a.language.confidence >= 0.7 ? a.language.language : null,
    order_id: a.orderId,
    is_special_wish: mail?.intent.intent === 'special_wish',
  };
}
