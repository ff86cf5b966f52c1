import { Injectable, Logger } from '@nestjs/common';
import type { FetchMessageObject, ImapFlow } from 'imapflow';
import { Config } from '../../platform/index.ts';
import type { ChannelSettings, ImapSettings } from '../channel-settings.ts';
import { faultKindOf, wordsOf } from '../fault-kind.ts';
import { ReceiveMessage } from '../receive-message.ts';
import { rangeOf, searchFolder, selectFolder } from './imap-connection.ts';
import { type FolderCursor, type LedgerEntry, MailboxLedger } from './mailbox-ledger.ts';
import { identityOf, isHistory, type Listed, messageIdOf, nextGroup } from './mailbox-listing.ts';

const listBatch = 500;
/** How often the whole folder is compared with the ledger, beyond reading on from the cursor. */
const compareEveryMs = 60 * 60_000;
/** A message that twice took the connection with it is left on the server. */
const mostDeaths = 2;

interface Reading {
  channel: ChannelSettings & { imap: ImapSettings };
  client: ImapFlow;
  cursor: FolderCursor;
  onProgress: () => void;
}

/**
 * Takes what a mailbox folder has beyond what the ledger knows. A crash between storing and recording reads some again and
 * stores nothing twice, because a received message is keyed by folder, UIDVALIDITY and UID.
 */
@Injectable()
export class MailboxReader {
  private readonly log = new Logger(MailboxReader.name);
  /** By folder: grows each time the connection dies without giving any message, and falls again while it goes well. */
  private readonly caution = new Map<string, number>();
  /** By message: how often the connection died when it was asked for alone. */
  private readonly deaths = new Map<string, number>();
  /** Selected folders already looked at: imapflow makes a new object with every SELECT. */
  private readonly seen = new WeakSet<object>();

  constructor(
    private readonly config: Config,
    private readonly ledger: MailboxLedger,
    private readonly receiving: ReceiveMessage,
  ) {}

  /**
   * Reads one folder to its end.
   * @param onProgress called whenever messages were stored
   */
  async read(
    channel: ChannelSettings & { imap: ImapSettings },
    client: ImapFlow,
    folder: string,
    onProgress: () => void,
  ): Promise<void> {
    const lock = await selectFolder(client, folder, !channel.imap.markSeen);
    try {
      const box = client.mailbox;
      if (!box) return;
      const { uidValidity, uidNext } = box;
      // imapflow keeps neither UIDNEXT nor HIGHESTMODSEQ of an open folder up to date.
      const isFresh = !this.seen.has(box);
      this.seen.add(box);
      const cursor = await this.ledger.open(channel.id, folder, {
        uidValidity,
        uidNext: isFresh ? uidNext : undefined,
      });
      const isCompared =
        cursor.comparedRevision === channel.revision &&
        cursor.comparedAt !== null &&
        Date.now() - cursor.comparedAt.getTime() < compareEveryMs;
      const modseq = isFresh ? (box.highestModseq ?? null) : null;
      // RFC 7162 §3.1: no message came, went or changed since.
      if (isCompared && modseq !== null && modseq === cursor.highestModseq) return;
      await this.takeAll({ channel, client, cursor, onProgress }, isCompared);
      if (modseq !== null) await this.ledger.readUpTo(cursor, modseq);
    } finally {
      lock.release();
    }
  }

  /** @param isCompared reads on from the cursor; otherwise sets the whole folder against the ledger */
  private async takeAll(reading: Reading, isCompared: boolean): Promise<void> {
    const { client, cursor, channel } = reading;
    const { since } = channel.imap;
    const query = {
      ...(isCompared ? { uid: `${cursor.lastUid + 1}:*` } : {}),
      ...(since ? { since: new Date(since) } : {}),
    };
    const found = await searchFolder(client, query);
    // "n:*" also gives the last message when its UID is below n (RFC 3501 §6.4.8).
    const further = isCompared ? found.filter((uid) => uid > cursor.lastUid) : found;
    const uids = further.length > 0 ? (await this.ledger.missing(cursor, further)).sort((a, b) => a - b) : [];
    for (let i = 0; i < uids.length; i += listBatch)
      await this.takeBatch(reading, uids.slice(i, i + listBatch), uids.length - i);
    if (uids.length > 0) await this.ledger.waiting(cursor, 0, null);
    if (isCompared) return;
    // What was deleted while the others were read is no difference; what came meanwhile is for the next look.
    const last = Math.max(0, ...found.slice(-1));
    const still = uids.length > 0 ? (await searchFolder(client, query)).filter((uid) => uid <= last) : found;
    await this.ledger.compared(cursor, still, channel.revision);
  }

  private async takeBatch(reading: Reading, uids: number[], waiting: number): Promise<void> {
    const { channel, client, cursor } = reading;
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
      else if ((this.deaths.get(messageKey(cursor, uid)) ?? 0) >= mostDeaths)
        settled.push({ uid, identity, outcome: 'undeliverable', reason: 'breaksConnection' });
      else wanted.push(message);
    }
    if (settled.length > 0) await this.ledger.record(cursor, settled, 0);
    for (let at = 0; at < wanted.length; ) {
      const group = nextGroup(wanted.slice(at), this.caution.get(folderKey(cursor)) ?? 0);
      await this.takeGroup(reading, group);
      at += group.length;
    }
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
  private async takeGroup(reading: Reading, group: Listed[]): Promise<void> {
    const { channel, client, cursor, onProgress } = reading;
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
    if (entries.length > 0) {
      await this.ledger.record(cursor, entries, 0);
      onProgress();
      if (channel.imap.markSeen && client.usable)
        await client.messageFlagsAdd(rangeOf(entries.map((e) => e.uid)), ['\\Seen'], { uid: true });
    }
    if (!client.usable) {
      this.noteDeath(cursor, group, entries.length);
      throw fault ?? new Error('connection closed');
    }
    // The provider wants a pause: no message is to blame.
    if (fault && faultKindOf(fault) === 'throttled') throw fault;
    const caution = this.caution.get(folderKey(cursor)) ?? 0;
    if (caution > 0) this.caution.set(folderKey(cursor), caution - (group.length > 1 ? 1 : 0.1));
    if (missing.size > 0 && group.length === 1) await this.giveUp(client, cursor, group[0]!, fault);
    else for (const message of missing.values()) await this.takeGroup(reading, [message]);
  }

  private noteDeath(cursor: FolderCursor, group: Listed[], given: number): void {
    const folder = folderKey(cursor);
    if (given > 0) return;
    this.caution.set(folder, Math.min((this.caution.get(folder) ?? 0) + 1, 2));
    if (group.length > 1) return;
    const message = messageKey(cursor, group[0]!.uid);
    this.deaths.set(message, (this.deaths.get(message) ?? 0) + 1);
  }

  /** The server still lists it and does not deliver it: recorded, and the next one goes on. */
  private async giveUp(client: ImapFlow, cursor: FolderCursor, message: Listed, fault: unknown): Promise<void> {
    const there = await searchFolder(client, { uid: String(message.uid) });
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

const folderKey = (cursor: FolderCursor): string => `${cursor.channelId} ${cursor.folder}`;
const messageKey = (cursor: FolderCursor, uid: number): string => `${folderKey(cursor)} ${cursor.validity} ${uid}`;
