import { Injectable, Logger } from '@nestjs/common';
import type { FetchMessageObject, ImapFlow, SearchObject } from 'imapflow';
import { Config } from '../../platform/index.ts';
import type { ChannelSettings, ImapSettings } from '../channel-settings.ts';
import { wordsOf } from '../fault-kind.ts';
import { ReceiveMessage } from '../receive-message.ts';
import { type FolderCursor, type LedgerEntry, MailboxLedger } from './mailbox-ledger.ts';
import { groupsOf, identityOf, isHistory, type Listed, messageIdOf } from './mailbox-listing.ts';

const listBatch = 500;
/** How often the whole folder is compared with the ledger, beyond reading on from the cursor. */
const compareEveryMs = 60 * 60_000;
/** A message that twice took the connection with it is left on the server. */
const mostDeaths = 2;

/**
 * Takes what a mailbox folder has beyond what the ledger knows. A crash between storing and recording reads some again and
 * stores nothing twice, because a received message is keyed by folder, UIDVALIDITY and UID.
 */
@Injectable()
export class MailboxReader {
  private readonly log = new Logger(MailboxReader.name);
  /** Messages during whose fetch the connection died, with how often; they are asked for alone. */
  private readonly suspects = new Map<string, number>();
  /** Selected folders already looked at: imapflow makes a new object with every SELECT. */
  private readonly seen = new WeakSet<object>();

  constructor(
    private readonly config: Config,
    private readonly ledger: MailboxLedger,
    private readonly receiving: ReceiveMessage,
  ) {}

  /** Reads one folder to its end. @returns how many messages ended here */
  async read(channel: ChannelSettings & { imap: ImapSettings }, client: ImapFlow, folder: string): Promise<number> {
    const lock = await client.getMailboxLock(folder, { readOnly: !channel.imap.markSeen });
    try {
      const box = client.mailbox;
      if (!box) return 0;
      const { uidValidity, uidNext } = box;
      const cursor = await this.ledger.open(channel.id, folder, {
        uidValidity,
        uidNext: this.seen.has(box) ? undefined : uidNext,
      });
      this.seen.add(box);
      const uids = await this.pending(channel.imap, client, cursor);
      for (let i = 0; i < uids.length; i += listBatch)
        await this.takeBatch(channel, client, cursor, uids.slice(i, i + listBatch), uids.length - i);
      if (uids.length > 0) await this.ledger.waiting(cursor, 0, null);
      return uids.length;
    } finally {
      lock.release();
    }
  }

  /** UIDs to take, oldest first. */
  private async pending(imap: ImapSettings, client: ImapFlow, cursor: FolderCursor): Promise<number[]> {
    const box = client.mailbox || { exists: 0 };
    const since = imap.since ? { since: new Date(imap.since) } : {};
    const isCompared = cursor.comparedAt && Date.now() - cursor.comparedAt.getTime() < compareEveryMs;
    const range = isCompared ? { uid: `${cursor.lastUid + 1}:*` } : {};
    const query = { ...range, ...since };
    const found = box.exists > 0 ? await search(client, Object.keys(query).length > 0 ? query : { all: true }) : [];
    if (!isCompared) await this.ledger.compared(cursor, found.length);
    // "n:*" also gives the last message when its UID is below n (RFC 3501 §6.4.8).
    const further = isCompared ? found.filter((uid) => uid > cursor.lastUid) : found;
    return further.length > 0 ? (await this.ledger.missing(cursor, further)).sort((a, b) => a - b) : [];
  }

  private async takeBatch(
    channel: ChannelSettings & { imap: ImapSettings },
    client: ImapFlow,
    cursor: FolderCursor,
    uids: number[],
    waiting: number,
  ): Promise<void> {
    const listed = await this.list(client, cursor, uids);
    await this.ledger.waiting(cursor, waiting, listed[0]?.internalDate ?? new Date());
    const known = cursor.isRenumbered
      ? await this.ledger.known(
          channel.id,
          listed.flatMap((l) => l.identity ?? []),
        )
      : new Map<string, string>();
    const limit = this.config.get('MAX_MESSAGE_BYTES');
    const settled: LedgerEntry[] = [];
    const wanted: Listed[] = [];
    for (const message of listed) {
      const { uid, identity } = message;
      const receivedMessageId = identity && known.get(identity);
      if (receivedMessageId) settled.push({ uid, identity, receivedMessageId, outcome: 'known' });
      else if (message.size > limit) settled.push({ uid, identity, outcome: 'undeliverable', reason: 'tooLarge' });
      else if ((this.suspects.get(suspectKey(cursor, uid)) ?? 0) >= mostDeaths)
        settled.push({ uid, identity, outcome: 'undeliverable', reason: 'breaksConnection' });
      else wanted.push(message);
    }
    if (settled.length > 0) await this.ledger.record(cursor, settled, 0);
    const isSuspect = (m: Listed) => this.suspects.has(suspectKey(cursor, m.uid));
    for (const group of groupsOf(wanted, isSuspect)) await this.takeGroup(channel, client, cursor, group);
    // What was listed no more was deleted meanwhile; the cursor passes over it.
    await this.ledger.record(cursor, [], uids.at(-1)!);
  }

  private async list(client: ImapFlow, cursor: FolderCursor, uids: number[]): Promise<Listed[]> {
    const listed: Listed[] = [];
    const query = {
      uid: true,
      size: true,
      internalDate: true,
      ...(cursor.isRenumbered ? { headers: ['message-id'] } : {}),
    };
    for await (const m of client.fetch(rangeOf(uids), query, { uid: true })) {
      const at = m.internalDate ? new Date(m.internalDate) : null;
      const size = m.size ?? 0;
      const identity = m.headers ? identityOf(messageIdOf(m.headers), size) : null;
      listed.push({ uid: m.uid, size, internalDate: at && !Number.isNaN(at.getTime()) ? at : null, identity });
    }
    return listed.sort((a, b) => a.uid - b.uid);
  }

  /** One bad message must not hold up the others: what a group does not give is asked for alone. */
  private async takeGroup(
    channel: ChannelSettings & { imap: ImapSettings },
    client: ImapFlow,
    cursor: FolderCursor,
    group: Listed[],
  ): Promise<void> {
    const missing = new Map(group.map((m) => [m.uid, m]));
    const stored: Promise<LedgerEntry>[] = [];
    let fault: unknown;
    try {
      for await (const message of client.fetch(rangeOf([...missing.keys()]), { source: true }, { uid: true })) {
        const known = missing.get(message.uid);
        if (!known || !message.source) continue;
        missing.delete(message.uid);
        const entry = this.store(channel, cursor, known, message);
        // Its fault is met below; until then nobody listens.
        entry.catch(() => undefined);
        stored.push(entry);
      }
    } catch (error) {
      fault = error;
    }
    const entries = await Promise.all(stored);
    await this.ledger.record(cursor, entries, 0);
    for (const e of entries) this.suspects.delete(suspectKey(cursor, e.uid));
    if (channel.imap.markSeen && entries.length > 0 && client.usable)
      await client.messageFlagsAdd(rangeOf(entries.map((e) => e.uid)), ['\\Seen'], { uid: true });
    if (!client.usable) {
      for (const uid of missing.keys()) {
        const key = suspectKey(cursor, uid);
        this.suspects.set(key, (this.suspects.get(key) ?? 0) + (group.length === 1 ? 1 : 0));
      }
      throw fault ?? new Error('connection closed');
    }
    if (missing.size === 0) return;
    if (group.length > 1) {
      for (const message of missing.values()) await this.takeGroup(channel, client, cursor, [message]);
      return;
    }
    await this.giveUp(client, cursor, group[0]!, fault);
  }

  /** The server still lists it and does not deliver it: recorded, and the next one goes on. */
  private async giveUp(client: ImapFlow, cursor: FolderCursor, message: Listed, fault: unknown): Promise<void> {
    const there = await search(client, { uid: String(message.uid) });
    if (!there.includes(message.uid)) return;
    const reason = fault ? wordsOf(fault) : 'notDelivered';
    this.log.warn(
      `${cursor.channelId}: ${cursor.folder}/${cursor.validity}/${message.uid} is not delivered: ${reason}`,
    );
    await this.ledger.record(cursor, [{ uid: message.uid, outcome: 'undeliverable', reason }], 0);
  }

  private async store(
    channel: ChannelSettings & { imap: ImapSettings },
    cursor: FolderCursor,
    listed: Listed,
    message: FetchMessageObject,
  ): Promise<LedgerEntry> {
    const raw = message.source!;
    const at = listed.internalDate;
    const receipt = await this.receiving.receive({
      channelId: channel.id,
      externalId: `${cursor.folder}/${cursor.validity}/${listed.uid}`,
      raw,
      envelope: { from: null, to: [] },
      isHistory: isHistory(listed, cursor, channel),
      // The server's clock may be ahead of ours; nothing is received in the future.
      receivedAt: at && at < new Date() ? at : new Date(),
    });
    return {
      uid: listed.uid,
      outcome: 'taken',
      receivedMessageId: receipt.id,
      identity: listed.identity ?? identityOf(messageIdOf(raw), listed.size),
    };
  }
}

/** @throws Error when the server refuses to search */
async function search(client: ImapFlow, query: SearchObject): Promise<number[]> {
  const found = await client.search(query, { uid: true });
  if (!found) throw new Error('the server refused to search the folder');
  return found;
}

const suspectKey = (cursor: FolderCursor, uid: number): string =>
  `${cursor.channelId} ${cursor.folder} ${cursor.validity} ${uid}`;

/** A UID set with runs drawn together: a server's command line has an end. */
function rangeOf(uids: readonly number[]): string {
  const runs: string[] = [];
  let first = uids[0]!;
  let last = first;
  for (const uid of [...uids.slice(1), Number.NaN]) {
    if (uid === last + 1) {
      last = uid;
      continue;
    }
    runs.push(first === last ? String(first) : `${first}:${last}`);
    first = uid;
    last = uid;
  }
  return runs.join(',');
}
