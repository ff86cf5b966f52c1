import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Clock, Jobs } from '../platform/index.ts';
import { SetDeliveryState } from '../tickets/index.ts';

export interface Bounce {
  /** Our own Message-ID without brackets. */
  messageIdHeader: string;
  recipient: string;
  status: string;
  diagnostic: string;
  /** `failed`, `delayed` … (RFC 3464 §2.3.3) where the report says it. */
  action?: string;
}

/** A mail that came back: its state stands on the very message, its address is marked. */
@Injectable()
export class RecordBounce implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly states: SetDeliveryState,
  ) {}

  onModuleInit(): void {
    this.jobs.handle<Bounce>('delivery.bounce', (bounce) => this.record(bounce));
  }

  async record(bounce: Bounce): Promise<void> {
    if (!isFinal(bounce)) return;
    await this.source.transaction(async (db) => {
      const messageId = await this.states.findByHeader(db, bounce.messageIdHeader);
      if (!messageId) return;
      const at = this.clock.now();
      await this.states.set(db, {
        messageId,
        state: 'bounced',
        detail: [bounce.status, bounce.diagnostic].filter(Boolean).join(' '),
        at,
      });
      if (bounce.recipient)
        await db.query(`UPDATE contact_addresses SET bounced_at = $2 WHERE value = lower($1)`, [bounce.recipient, at]);
    });
  }
}

/** A delayed mail is still on its way; the server tries on, and writes again when it gives up. */
const isFinal = ({ action, status }: Bounce): boolean => (action ? /^failed$/i.test(action) : !status.startsWith('2.'));
