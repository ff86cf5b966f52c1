import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';

/** Where reading a folder stands. */
export interface FolderCursor {
  channelId: string;
  folder: string;
  /** UIDVALIDITY, with a count behind it when the server renumbered under one and the same. */
  validity: string;
  lastUid: number;
  /** What has a lower UID was there when the mailbox was connected. */
  liveFromUid: number;
  /** Not the numbering the folder was first read with: what is there may be known under another number. */
  isRenumbered: boolean;
  comparedAt: Date | null;
  /** Of the settings it was compared under: others may ask for messages that these left out. */
  comparedRevision: number;
  /** The server's change counter when everything there was read; null where it counts no changes. */
  highestModseq: bigint | null;
}

export interface LedgerEntry {
  uid: number;
  outcome: 'taken' | 'known' | 'undeliverable';
  receivedMessageId?: string | null;
  identity?: string | null;
  reason?: string | null;
}

/** How often a message the server does not deliver is asked for again, once a session. */
const mostAttempts = 5;

/** Every (mailbox, folder, UIDVALIDITY, UID) and how it ended; survives the server's renumbering. */
@Injectable()
export class MailboxLedger {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /**
   * The cursor of a folder just selected. A new UIDVALIDITY makes all UIDs void (RFC 3501 §2.3.1.1), and so does a UIDNEXT
   * below what was already read: a server that renumbered and did not say so.
   * @param box.uidNext only of a fresh SELECT; nobody keeps it up to date afterwards
   */
  async open(
    channelId: string,
    folder: string,
    box: { uidValidity: bigint | undefined; uidNext: number | undefined },
  ): Promise<FolderCursor> {
    const uidNext = box.uidNext || null;
    const rows: {
      uid_validity: string;
      renumbered: number;
      last_uid: string;
      live_from_uid: string;
      compared_at: Date | null;
      compared_revision: number;
      highest_modseq: string | null;
    }[] = await this.source.query(
      `INSERT INTO mailbox_cursors AS c (channel_id, folder, uid_validity, live_from_uid) VALUES ($1, $2, $3, coalesce($4::bigint, 1))
       ON CONFLICT (channel_id, folder) DO UPDATE SET
         last_uid = CASE WHEN c.uid_validity <> excluded.uid_validity OR $4::bigint <= c.last_uid THEN 0 ELSE c.last_uid END,
         renumbered = CASE WHEN c.uid_validity = excluded.uid_validity AND $4::bigint <= c.last_uid THEN c.renumbered + 1
                           WHEN c.uid_validity <> excluded.uid_validity AND EXISTS (SELECT 1 FROM mailbox_ledger l WHERE l.channel_id = $1 AND l.folder = $2
                             AND split_part(l.validity, '~', 1) = excluded.uid_validity::text) THEN c.renumbered + 1
                           ELSE c.renumbered END,
         live_from_uid = CASE WHEN c.uid_validity <> excluded.uid_validity OR $4::bigint <= c.last_uid THEN 0 ELSE c.live_from_uid END,
         compared_at = CASE WHEN c.uid_validity <> excluded.uid_validity OR $4::bigint <= c.last_uid THEN NULL ELSE c.compared_at END,
         highest_modseq = CASE WHEN c.uid_validity <> excluded.uid_validity OR $4::bigint <= c.last_uid THEN NULL ELSE c.highest_modseq END,
         uid_validity = excluded.uid_validity
       RETURNING uid_validity, renumbered, last_uid, live_from_uid, compared_at, compared_revision, highest_modseq`,
      [channelId, folder, (box.uidValidity ?? 0n).toString(), uidNext],
    );
    const row = rows[0]!;
    return {
      channelId,
      folder,
      validity: row.renumbered > 0 ? `${row.uid_validity}~${row.renumbered}` : row.uid_validity,
      lastUid: Number(row.last_uid),
      liveFromUid: Number(row.live_from_uid),
      // Set to 0 only by renumbering; a first look at a folder sets UIDNEXT, which is 1 at least.
      isRenumbered: Number(row.live_from_uid) === 0,
      comparedAt: row.compared_at,
      comparedRevision: row.compared_revision,
      highestModseq: row.highest_modseq === null ? null : BigInt(row.highest_modseq),
    };
  }

  /** Writes how messages ended and moves the cursor, in one statement. */
  async record(cursor: FolderCursor, entries: readonly LedgerEntry[], readTo: number): Promise<void> {
    await this.source.query(
      `WITH ended AS (
         INSERT INTO mailbox_ledger AS l (channel_id, folder, validity, uid, outcome, received_message_id, identity, reason)
         SELECT $1, $2, $3, e.* FROM unnest($4::bigint[], $5::text[], $6::uuid[], $7::text[], $8::text[]) AS e
         ON CONFLICT (channel_id, folder, validity, uid) DO UPDATE SET outcome = excluded.outcome, received_message_id = excluded.received_message_id,
           identity = excluded.identity, reason = excluded.reason, attempts = l.attempts + 1, at = now())
       UPDATE mailbox_cursors SET last_uid = greatest(last_uid, $9), waiting = greatest(waiting - $10, 0),
         waiting_since = CASE WHEN waiting > $10 THEN waiting_since END WHERE channel_id = $1 AND folder = $2`,
      [
        cursor.channelId,
        cursor.folder,
        cursor.validity,
        entries.map((e) => e.uid),
        entries.map((e) => e.outcome),
        entries.map((e) => e.receivedMessageId ?? null),
        entries.map((e) => e.identity ?? null),
        entries.map((e) => e.reason?.slice(0, 500) ?? null),
        readTo,
        entries.length,
      ],
    );
  }

  /** Of the messages on the server, those that have not ended here. */
  async missing(cursor: FolderCursor, uids: readonly number[]): Promise<number[]> {
    const rows: { uid: string }[] = await this.source.query(
      `SELECT uid FROM unnest($4::bigint[]) AS uid EXCEPT
       SELECT uid FROM mailbox_ledger WHERE channel_id = $1 AND folder = $2 AND validity = $3 AND (outcome <> 'undeliverable' OR attempts >= ${mostAttempts})`,
      [cursor.channelId, cursor.folder, cursor.validity, uids],
    );
    return rows.map((r) => Number(r.uid));
  }

  /** Received messages by Message-ID and size, from whatever numbering or folder they were read in. */
  async known(channelId: string, identities: readonly string[]): Promise<Map<string, string>> {
    const rows: { identity: string; id: string }[] = await this.source.query(
      `SELECT DISTINCT ON (identity) identity, received_message_id AS id FROM mailbox_ledger
       WHERE channel_id = $1 AND identity = ANY ($2) AND received_message_id IS NOT NULL`,
      [channelId, identities],
    );
    return new Map(rows.map((r) => [r.identity, r.id]));
  }

  /** What is waiting, and since when the oldest of it lies on the server. */
  async waiting(cursor: FolderCursor, count: number, oldest: Date | null): Promise<void> {
    await this.source.query(
      'UPDATE mailbox_cursors SET waiting = $3, waiting_since = $4 WHERE channel_id = $1 AND folder = $2',
      [cursor.channelId, cursor.folder, count, oldest],
    );
  }

  /**
   * Sets the server's messages against the ledger.
   * @param onServer their UIDs, read to the end just now
   * @param revision of the settings they were asked for with
   */
  async compared(cursor: FolderCursor, onServer: readonly number[], revision: number): Promise<void> {
    await this.source.query(
      `WITH ended AS (
         SELECT count(*)::int AS n, count(s.uid)::int AS there FROM mailbox_ledger l LEFT JOIN unnest($4::bigint[]) AS s(uid) ON s.uid = l.uid
         WHERE l.channel_id = $1 AND l.folder = $2 AND l.validity = $3)
       UPDATE mailbox_cursors c SET on_server = cardinality($4::bigint[]), accounted = e.there, expunged = e.n - e.there, compared_at = now(), compared_revision = $5
       FROM ended e WHERE c.channel_id = $1 AND c.folder = $2`,
      [cursor.channelId, cursor.folder, cursor.validity, onServer, revision],
    );
  }

  /** Everything up to a state of the server's change counter was read. */
  async readUpTo(cursor: FolderCursor, highestModseq: bigint): Promise<void> {
    await this.source.query('UPDATE mailbox_cursors SET highest_modseq = $3 WHERE channel_id = $1 AND folder = $2', [
      cursor.channelId,
      cursor.folder,
      highestModseq.toString(),
    ]);
  }
}
