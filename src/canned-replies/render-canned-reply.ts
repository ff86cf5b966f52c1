import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { RenderedReply, ReplyVariable } from '../../libs/contracts/index.ts';
import type { Principal } from '../identity/index.ts';
import { ensure } from '../platform/index.ts';
import { CannedRepliesQueries } from './canned-replies.queries.ts';
import { chooseVariant } from './choose-variant.ts';
import { fillIn } from './fill-in.ts';

interface TicketFacts {
  language: string | null;
  country: string | null;
  values: Partial<Record<ReplyVariable, string | null>>;
  orderDate: Date | null;
}

/** A canned reply as it would go out from this ticket, in the buyer's language. */
@Injectable()
export class RenderCannedReply {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly queries: CannedRepliesQueries,
  ) {}

  async render(
    replyId: string,
    input: { ticketId: string; language?: string; use: boolean },
    by: Principal,
  ): Promise<RenderedReply> {
    const reply = await this.queries.find(replyId);
    const facts = await this.factsOf(input.ticketId);
    const language = input.language ?? facts.language ?? 'en';
    const chosen = chooseVariant(reply.variants, { language, country: facts.country }, reply.sourceLanguage);
    ensure(chosen, 'cannedReply.noVariant');
    const { variant, isFallback } = chosen;
    const date =
      facts.orderDate &&
      new Intl.DateTimeFormat(variant.language, { dateStyle: 'long', timeZone: 'UTC' }).format(facts.orderDate);
    const values = { ...facts.values, 'order.date': date, 'agent.name': by.name };
    const body = fillIn(variant.body, values);
    const subject = variant.subject === null ? null : fillIn(variant.subject, values);
    if (input.use)
      await this.source.query('UPDATE canned_replies SET used_count = used_count + 1, used_at = now() WHERE id = $1', [
        replyId,
      ]);
    return {
      replyId,
      language: variant.language,
      country: variant.country,
      subject: subject?.text ?? null,
      body: body.text,
      isFallback,
      wantedLanguage: language,
      isStale: variant.isStale,
      missingVariables: [...new Set([...body.missing, ...(subject?.missing ?? [])])],
    };
  }

  private async factsOf(ticketId: string): Promise<TicketFacts> {
    const rows: Record<string, string | null>[] = await this.source.query(
      `SELECT t.language, t.country, t.number::text AS number, t.subject, c.name AS contact_name, c.company, st.name AS store_name,
              o.external_id AS order_number, o.placed_at::text AS order_date, o.status AS order_status, o.tracking AS order_tracking,
              s.number::text AS specification_number, s.current_version::text AS specification_version, s.summary AS specification_summary
       FROM tickets t
       LEFT JOIN contacts c ON c.id = t.contact_id
       LEFT JOIN stores st ON st.id = t.store_id
       LEFT JOIN LATERAL (SELECT * FROM orders o WHERE o.external_id = t.order_id OR (t.order_id IS NULL AND o.contact_id = t.contact_id)
                          ORDER BY o.placed_at DESC LIMIT 1) o ON true
       LEFT JOIN LATERAL (SELECT * FROM specifications s WHERE s.ticket_id = t.id ORDER BY s.number DESC LIMIT 1) s ON true
       WHERE t.id = $1`,
      [ticketId],
    );
    const r = rows[0];
    ensure(r, 'ticket.notFound' as never);
    return {
      language: r['language'] ?? null,
      country: r['country'] ?? null,
      orderDate: r['order_date'] ? new Date(r['order_date']) : null,
      values: {
        'contact.name': r['contact_name'],
        'contact.firstName': r['contact_name']?.split(/\s+/)[0] ?? null,
        'contact.company': r['company'],
        'order.number': r['order_number'],
        'order.status': r['order_status'],
        'order.tracking': r['order_tracking'],
        'store.name': r['store_name'],
        'ticket.number': r['number'],
        'ticket.subject': r['subject'],
        'specification.number': r['specification_number'],
        'specification.version': r['specification_version'],
        'specification.summary': r['specification_summary'],
      },
    };
  }
}
