import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Gauge } from 'prom-client';
import type { DataSource } from 'typeorm';
import { Metrics } from '../platform/index.ts';

/** What whoever watches the desk must see: mail that waits, answers that did not leave, mailboxes that fail, jobs behind. */
@Injectable()
export class OperationalMetrics implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    @InjectDataSource() private readonly source: DataSource,
  ) {}

  onModuleInit(): void {
    this.counts(
      'dragoman_received_waiting',
      'Messages that are stored and not yet a ticket, by channel kind',
      'kind',
      `SELECT c.kind AS label, count(r.id)::int AS n FROM channels c LEFT JOIN received_messages r ON r.channel_id = c.id AND r.state = 'received' GROUP BY c.kind`,
    );
    this.counts(
      'dragoman_outbox',
      'Answers by what became of them, those that left without trouble apart',
      'state',
      `SELECT s.state AS label, count(o.message_id)::int AS n FROM unnest('{queued,sending,failed,uncertain}'::text[]) AS s (state)
       LEFT JOIN outbox o ON o.state = s.state GROUP BY s.state`,
    );
    this.counts(
      'dragoman_mailboxes',
      'Mailboxes (IMAP) by state',
      'state',
      `SELECT state AS label, count(*)::int AS n FROM channels WHERE kind = 'imap' AND is_active GROUP BY state`,
    );
    this.counts(
      'dragoman_tickets_open',
      'Tickets that are not done, by status',
      'status',
      `SELECT s.status AS label, count(t.id)::int AS n FROM unnest('{new,open,pending}'::text[]) AS s (status)
       LEFT JOIN tickets t ON t.status = s.status AND t.merged_into IS NULL GROUP BY s.status`,
    );
    this.counts(
      'dragoman_jobs_waiting',
      'Jobs that could run now and do not yet; those whose last try failed are `retrying`',
      'state',
      `SELECT s.state AS label, count(j.id)::int AS n FROM unnest('{due,retrying}'::text[]) AS s (state)
       LEFT JOIN graphile_worker.jobs j ON j.locked_at IS NULL AND j.attempts < j.max_attempts
         AND ((s.state = 'due' AND j.run_at <= now() AND j.attempts = 0) OR (s.state = 'retrying' AND j.attempts > 0)) GROUP BY s.state`,
    );
  }

  private counts(name: string, help: string, label: string, sql: string): void {
    this.metrics.gauge(name, help, [label], async (gauge: Gauge) => {
      const rows: { label: string; n: number }[] = await this.source.query(sql);
      gauge.reset();
      for (const row of rows) gauge.set({ [label]: row.label }, row.n);
    });
  }
}
