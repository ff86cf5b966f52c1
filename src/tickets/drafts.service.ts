import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Clock, Events, ensure } from '../platform/index.ts';
import { markReadBy } from './reply-to-ticket.ts';

/** What a person keeps of a ticket for themselves: drafts and reading marks. */
@Injectable()
export class DraftsService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly events: Events,
  ) {}

  async save(
    ticketId: string,
    userId: string,
    draft: { kind: string; body: string; language: string | null; cc: string[]; attachmentIds: string[] },
  ): Promise<Date> {
    const savedAt = this.clock.now();
    if (draft.body.trim() === '' && draft.attachmentIds.length === 0) {
      await this.source.query('DELETE FROM drafts WHERE ticket_id = $1 AND user_id = $2 AND kind = $3', [
        ticketId,
        userId,
        draft.kind,
      ]);
      return savedAt;
    }
    const rows = await this.source.query(
      `INSERT INTO drafts (ticket_id, user_id, kind, body, language, cc, attachment_ids, saved_at)
       SELECT t.id, $2, $3, $4, $5, $6, $7, $8 FROM tickets t WHERE t.id = $1
       ON CONFLICT (ticket_id, user_id, kind) DO UPDATE SET body = $4, language = $5, cc = $6, attachment_ids = $7, saved_at = $8 RETURNING 1`,
      [ticketId, userId, draft.kind, draft.body, draft.language, draft.cc, draft.attachmentIds, savedAt],
    );
    ensure(rows.length, 'ticket.notFound');
    return savedAt;
  }

  async markRead(ticketId: string, userId: string, isRead: boolean): Promise<void> {
    const there = await this.source.query('SELECT 1 FROM tickets WHERE id = $1', [ticketId]);
    ensure(there.length, 'ticket.notFound');
    if (isRead) await markReadBy(this.source.manager, ticketId, userId, this.clock.now());
    else await this.source.query('DELETE FROM ticket_reads WHERE ticket_id = $1 AND user_id = $2', [ticketId, userId]);
    await this.events.publishNow({ type: 'ticket.read', ticketId, userId });
  }
}
