import { signMessageId, signReplyAddress, ticketReference } from '../../libs/mime/index.ts';
import { ReceiveMessage } from '../../src/channels/index.ts';
import { newId, SecretBox } from '../../src/platform/index.ts';
import type { TestApp } from './app.ts';
import { furnish, letter, settled } from './desk.ts';

export interface TakenIn {
  state: string;
  reason: string | null;
  receivedId: string;
  messageId: string | null;
  ticketId: string | null;
  number: number | null;
  /** Why it is in its ticket. */
  threading: string | null;
}

/** A row of the table as it is. */
export interface TicketRecord extends Record<string, unknown> {
  id: string;
  status: string;
  contact_id: string;
  message_count: number;
  last_message_at: Date;
}

/** Messages straight into the ledger, and what became of them. */
export async function intakeOf(app: TestApp) {
  const { channel, store } = await furnish(app);
  const key = app.get(SecretBox).derive('mail ids');

  async function takeInAll(
    raws: readonly (string | Buffer)[],
    more: { isHistory?: boolean; channelId?: string } = {},
  ): Promise<TakenIn[]> {
    const receipts = [];
    for (const raw of raws) {
      receipts.push(
        await app.get(ReceiveMessage).receive({
          channelId: more.channelId ?? channel.id,
          externalId: newId(),
          raw: Buffer.isBuffer(raw) ? raw : Buffer.from(raw),
          envelope: { from: null, to: ['sales@doors.example'] },
          isHistory: more.isHistory,
        }),
      );
    }
    await settled(app);
    const rows: TakenIn[] = await app.source.query(
      `SELECT r.id AS "receivedId", r.state, r.reason, m.id AS "messageId", m.ticket_id AS "ticketId", t.number::int AS number, m.threading->>'code' AS threading
       FROM received_messages r LEFT JOIN messages m ON m.received_message_id = r.id LEFT JOIN tickets t ON t.id = m.ticket_id WHERE r.id = ANY ($1)`,
      [receipts.map((r) => r.id)],
    );
    return receipts.map((r) => rows.find((row) => row.receivedId === r.id)!);
  }

  const ticket = async (id: string | null): Promise<TicketRecord> =>
    (await app.source.query('SELECT * FROM tickets WHERE id = $1', [id]))[0];

  /** Away with all mail. Work in the background may hold rows for a moment: the database then asks to try again. */
  async function clear(tries = 5): Promise<void> {
    try {
      for (const table of ['tickets', 'contacts', 'received_messages', 'orders'])
        await app.source.query(`DELETE FROM ${table}`);
    } catch (error) {
      if (tries === 0) throw error;
      await clear(tries - 1);
    }
  }

  return {
    clear,
    channel,
    store,
    takeInAll,
    ticket,
    takeIn: async (raw: string | Buffer, more?: { isHistory?: boolean; channelId?: string }) =>
      (await takeInAll([raw], more))[0]!,
    /** A buyer's first letter. */
    open: async (from = 'Ann Buyer <buyer@home.example>', headers: Record<string, string> = {}) =>
      (await takeInAll([letter('Hello, I would like a door.', { From: from, ...headers })]))[0]!,
    /** Our answer, as if it had left. @returns its Message-ID without brackets */
    async answer(ticketId: string, to = 'buyer@home.example'): Promise<{ id: string; header: string }> {
      const id = newId();
      const header = signMessageId({ messageId: id, domain: 'doors.example' }, key);
      await app.source.query(
        `INSERT INTO messages (id, ticket_id, direction, from_address, to_people, subject, message_id_header, text, reply_text, delivery_state)
         VALUES ($1, $2, 'out', 'sales@doors.example', $3, 'Re: A door', $4, 'ours', 'ours', 'sent')`,
        [id, ticketId, JSON.stringify([{ name: '', address: to }]), header],
      );
      return { id, header };
    },
    set: (ticketId: string | null, sql: string) =>
      app.source.query(`UPDATE tickets SET ${sql} WHERE id = $1`, [ticketId]),
    replyAddress: (ticketId: string) => signReplyAddress({ ticketId, address: 'sales@doors.example' }, key)!,
    reference: (number: number | null) => ticketReference(number ?? 0, key),
    headerOf: async (messageId: string | null) =>
      (await app.source.query('SELECT message_id_header AS h FROM messages WHERE id = $1', [messageId]))[0].h as string,
  };
}
export type IntakeBench = Awaited<ReturnType<typeof intakeOf>>;
