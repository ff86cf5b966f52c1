import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { ImapFlow } from 'imapflow';
import type { DataSource } from 'typeorm';
import { Events } from '../../platform/index.ts';
import { ChannelsService } from '../channels.service.ts';
import { faultCode } from '../fault-code.ts';
import { ReceiveMessage } from '../receive-message.ts';
import { connectMailbox, type ImapSettings } from './imap-connection.ts';

const fetchBatch = 50;

/**
 * Takes what a mailbox folder has beyond the last UID we know. Keyed by (folder, UIDVALIDITY, UID): a crash between storing
 * and moving the cursor reads some again and stores nothing twice. When the server renumbers (a new UIDVALIDITY) everything
 * is looked at anew; what is already known by its bytes is recognised by intake as the same message.
 */
@Injectable()
export class MailboxReader {
  private readonly log = new Logger(MailboxReader.name);

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly channels: ChannelsService,
    private readonly receiving: ReceiveMessage,
    private readonly events: Events,
  ) {}

  async settings(channelId: string): Promise<ImapSettings> {
    const { imap } = await this.channels.find(channelId);
    if (!imap) throw new Error('this mailbox has no server set');
    return imap;
  }

  async connect(channelId: string): Promise<ImapFlow> {
    await this.setState(channelId, 'connecting');
    const { inbound } = await this.channels.secrets(channelId);
    const client = await connectMailbox(await this.settings(channelId), inbound ?? '');
    await this.setState(channelId, 'connected');
    return client;
  }

  /** Reads one folder to its end. */
  async read(channelId: string, client: ImapFlow, folder: string): Promise<void> {
    const lock = await client.getMailboxLock(folder, { readOnly: true });
    try {
      const box = client.mailbox;
      if (!box) return;
      const { since } = await this.settings(channelId);
      const validity = box.uidValidity ?? 0n;
      const cursor = await this.cursor(channelId, folder, validity, box.exists);
      if (box.exists > 0) {
        const found = await client.search(
          { uid: `${cursor + 1n}:*`, ...(since ? { since: new Date(since) } : {}) },
          { uid: true },
        );
        // "n:*" also gives the last message when its UID is below n (RFC 3501 §6.4.8).
        const uids = (found || []).filter((uid) => BigInt(uid) > cursor).sort((a, b) => a - b);
        for (let i = 0; i < uids.length; i += fetchBatch)
          await this.take(channelId, client, folder, validity, uids.slice(i, i + fetchBatch));
      }
      await this.source.query('UPDATE channels SET last_success_at = now(), last_error = NULL WHERE id = $1', [
        channelId,
      ]);
    } finally {
      lock.release();
    }
  }

  async noteFailure(channelId: string, error: unknown): Promise<void> {
    const said =
      error instanceof Error ? ((error as { responseText?: string }).responseText ?? error.message) : String(error);
    await this.source.query(
      `UPDATE channels SET state = 'failing', last_error_at = now(), last_error = $2 WHERE id = $1`,
      [channelId, `${faultCode(error)}: ${said.slice(0, 300)}`],
    );
    await this.events.publishNow({ type: 'channel.state', channelId, state: 'failing' });
  }

  private async take(
    channelId: string,
    client: ImapFlow,
    folder: string,
    validity: bigint,
    uids: number[],
  ): Promise<void> {
    const missing = new Set(uids);
    const stored: Promise<unknown>[] = [];
    try {
      for await (const message of client.fetch(
        uids.join(','),
        { uid: true, source: true, internalDate: true },
        { uid: true },
      )) {
        if (!message.source) continue;
        missing.delete(message.uid);
        stored.push(this.store(channelId, folder, validity, message.uid, message.source, message.internalDate));
      }
    } catch (error) {
      await Promise.all(stored);
      if (!client.usable || uids.length === 1) {
        if (!client.usable) throw error;
        await this.skip(channelId, folder, validity, uids[0]!, error);
      } else {
        // One message the server cannot deliver must not hold up the others.
        for (const uid of missing) await this.take(channelId, client, folder, validity, [uid]);
      }
      missing.clear();
    }
    await Promise.all(stored);
    // What the server did not give and did not refuse was deleted meanwhile.
    await this.source.query(
      'UPDATE mailbox_cursors SET last_uid = greatest(last_uid, $4), updated_at = now() WHERE channel_id = $1 AND folder = $2 AND uid_validity = $3',
      [channelId, folder, validity.toString(), uids.at(-1)],
    );
  }

  private store(
    channelId: string,
    folder: string,
    validity: bigint,
    uid: number,
    raw: Buffer,
    internalDate: Date | string | undefined,
  ): Promise<unknown> {
    const at = internalDate ? new Date(internalDate) : new Date();
    return this.receiving.receive({
      channelId,
      externalId: `${folder}/${validity}/${uid}`,
      raw,
      envelope: { from: null, to: [] },
      receivedAt: Number.isNaN(at.getTime()) || at > new Date() ? new Date() : at,
    });
  }

  private async skip(channelId: string, folder: string, validity: bigint, uid: number, error: unknown): Promise<void> {
    const reason = error instanceof Error ? error.message : String(error);
    this.log.warn(`mailbox ${channelId}: the server does not deliver ${folder}/${validity}/${uid}: ${reason}`);
    await this.source.query(
      `INSERT INTO mailbox_failures (channel_id, folder, uid_validity, uid, reason) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (channel_id, folder, uid_validity, uid) DO UPDATE SET reason = excluded.reason, at = now()`,
      [channelId, folder, validity.toString(), uid, reason.slice(0, 500)],
    );
  }

  /** Where reading goes on; 0 in a new folder and after the server renumbered. */
  private async cursor(channelId: string, folder: string, validity: bigint, serverCount: number): Promise<bigint> {
    const rows: { last_uid: string }[] = await this.source.query(
      `INSERT INTO mailbox_cursors AS c (channel_id, folder, uid_validity, server_count) VALUES ($1, $2, $3, $4)
       ON CONFLICT (channel_id, folder) DO UPDATE SET last_uid = CASE WHEN c.uid_validity = excluded.uid_validity THEN c.last_uid ELSE 0 END,
         uid_validity = excluded.uid_validity, server_count = excluded.server_count RETURNING last_uid`,
      [channelId, folder, validity.toString(), serverCount],
    );
    return BigInt(rows[0]?.last_uid ?? 0);
  }

  private async setState(channelId: string, state: string): Promise<void> {
    await this.source.query('UPDATE channels SET state = $2 WHERE id = $1', [channelId, state]);
    await this.events.publishNow({ type: 'channel.state', channelId, state });
  }
}
