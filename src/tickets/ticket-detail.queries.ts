import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Draft, TicketDetail, TicketEvent } from '../../libs/contracts/index.ts';
import type { Principal } from '../identity/index.ts';
import { ensure } from '../platform/index.ts';
import { signatureFor } from '../stores/index.ts';
import { MessageQueries } from './message.queries.ts';
import { presentRow, rowColumns, type TicketRowRaw } from './ticket-row.ts';

interface DetailRow extends TicketRowRaw {
  languageConfidence: number | null;
  languageReason: unknown;
  countryConfidence: number | null;
  countryReason: unknown;
  routeReasons: TicketDetail['routeReasons'];
  intent: string | null;
  orderId: string | null;
  mergedId: string | null;
  mergedNumber: string | null;
  followUpId: string | null;
  followUpNumber: string | null;
  isUnread: boolean;
}

interface ReplyRow {
  name: string;
  senderName: string;
  senderAddress: string;
  signatures: Record<string, string>;
  defaultLanguage: string;
}

/** Everything the ticket pane shows, in one call. */
@Injectable()
export class TicketDetailQueries {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly messages: MessageQueries,
  ) {}

  async detail(id: string, by: Principal): Promise<TicketDetail> {
    const rows: DetailRow[] = await this.source.query(
      `SELECT ${rowColumns}, t.language_confidence AS "languageConfidence", t.language_reason AS "languageReason",
              t.country_confidence AS "countryConfidence", t.country_reason AS "countryReason", t.route_reason AS "routeReasons",
              t.intent, t.order_id AS "orderId", t.merged_into AS "mergedId", mt.number AS "mergedNumber", t.follow_up_of AS "followUpId", ft.number AS "followUpNumber",
              (r.read_at IS NULL OR r.read_at < t.last_message_at) AS "isUnread"
       FROM tickets t LEFT JOIN tickets mt ON mt.id = t.merged_into LEFT JOIN tickets ft ON ft.id = t.follow_up_of
       LEFT JOIN ticket_reads r ON r.ticket_id = t.id AND r.user_id = $2 WHERE t.id = $1`,
      [id, by.userId],
    );
    const row = rows[0];
    ensure(row, 'ticket.notFound');
    const [page, events, drafts, reply, similar] = await Promise.all([
      this.messages.page(id, null, 50),
      this.events(id),
      this.drafts(id, by.userId),
      this.reply(row, by),
      this.similar(row),
    ]);
    const {
      languageConfidence,
      languageReason,
      countryConfidence,
      countryReason,
      routeReasons,
      intent,
      orderId,
      mergedId,
      mergedNumber,
      followUpId,
      followUpNumber,
      ...ticket
    } = row;
    return {
      ticket: presentRow(ticket),
      languageConfidence,
      languageReason,
      countryConfidence,
      countryReason,
      routeReasons,
      intent,
      orderId,
      mergedInto: mergedId ? { id: mergedId, number: Number(mergedNumber) } : null,
      followUpOf: followUpId ? { id: followUpId, number: Number(followUpNumber) } : null,
      similar,
      messages: page.items,
      hasEarlier: page.hasEarlier,
      events,
      drafts,
      reply,
    };
  }

  private async events(id: string): Promise<TicketEvent[]> {
    const rows: (Omit<TicketEvent, 'at'> & { at: Date })[] = await this.source.query(
      `SELECT id, type, at, user_id AS "userId", data FROM ticket_events WHERE ticket_id = $1 AND NOT undone ORDER BY id DESC LIMIT 200`,
      [id],
    );
    return rows.reverse().map((e) => ({ ...e, at: e.at.toISOString() }));
  }

  private async drafts(id: string, userId: string): Promise<Draft[]> {
    const rows: (Omit<Draft, 'savedAt'> & { savedAt: Date })[] = await this.source.query(
      `SELECT kind, body, language, cc, attachment_ids AS "attachmentIds", saved_at AS "savedAt" FROM drafts WHERE ticket_id = $1 AND user_id = $2`,
      [id, userId],
    );
    return rows.map((d) => ({ ...d, savedAt: d.savedAt.toISOString() }));
  }

  /** Who an answer would go to, and how it would be signed. */
  private async reply(row: DetailRow, by: Principal): Promise<TicketDetail['reply']> {
    const [stores, to] = await Promise.all([
      this.source.query(
        `SELECT name, sender_name AS "senderName", sender_address AS "senderAddress", signatures, default_language AS "defaultLanguage" FROM stores WHERE id = $1`,
        [row.storeId],
      ) as Promise<ReplyRow[]>,
      recipientOf(this.source, row.id),
    ]);
    const store = stores[0];
    const language = row.language ?? store?.defaultLanguage ?? 'en';
    return {
      to,
      from: store ? `${store.senderName} <${store.senderAddress}>` : null,
      language,
      signature: store ? signatureFor(store, language, by.name) : '',
    };
  }

  /** Other open tickets of the same buyer with a like subject: maybe the same matter. */
  private async similar(row: DetailRow): Promise<TicketDetail['similar']> {
    const rows: { id: string; number: string; subject: string }[] = await this.source.query(
      `SELECT id, number, subject FROM tickets WHERE contact_id = $1 AND id <> $2 AND merged_into IS NULL AND status IN ('new', 'open', 'pending')
       ORDER BY last_message_at DESC LIMIT 5`,
      [row.contactId, row.id],
    );
    return rows.map((r) => ({ ...r, number: Number(r.number) }));
  }
}

/**
 * The address answers go to: where the buyer last wrote from. Reply-To counts only within the sender's own domain, because
 * anybody can write somebody else's address there (phishing through the answer).
 */
export async function recipientOf(
  db: Pick<DataSource, 'query'>,
  ticketId: string,
): Promise<{ name: string; address: string } | null> {
  const rows: { name: string; address: string; replyTo: string | null }[] = await db.query(
    `SELECT coalesce(from_name, '') AS name, from_address AS address, reply_to_address AS "replyTo" FROM messages
     WHERE ticket_id = $1 AND direction = 'in' AND from_address IS NOT NULL AND (automation IS NULL OR NOT (automation->>'kind' IN ('bounce', 'delayed', 'delivered', 'mdn')))
     ORDER BY received_at DESC, id DESC LIMIT 1`,
    [ticketId],
  );
  const row = rows[0];
  if (!row?.address) return null;
  const domain = (address: string) => address.split('@').at(-1)!.toLowerCase();
  const address = row.replyTo && domain(row.replyTo) === domain(row.address) ? row.replyTo : row.address;
  return { name: row.name, address };
}
