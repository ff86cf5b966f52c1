import { Injectable } from '@nestjs/common';
import type { ImapFlow } from 'imapflow';
import type { MailboxSurvey, SurveyedFolder } from '../../../libs/contracts/index.ts';
import { identifyLanguage, loadLanguageModels } from '../../../libs/language/index.ts';
import { parseMessage } from '../../../libs/mime/index.ts';
import { AppError, Config } from '../../platform/index.ts';
import type { ImapSettings } from '../channel-settings.ts';
import { faultText } from '../fault-kind.ts';
import { rangeOf, searchFolder, selectFolder } from './imap-connection.ts';
import { isHistory } from './mailbox-listing.ts';
import { OpenMailbox } from './open-mailbox.ts';

/** Read of a mailbox to guess its languages: spread evenly, so that old and new mail count alike. */
const mostSamples = 200;
const sampleBytes = 32 * 1024;
const listBatch = 5_000;

interface Survey {
  imap: ImapSettings;
  /** Until when what is there counts as history. */
  connectedAt: Date;
  /** Larger messages are not taken in. */
  mostBytes: number;
}

/** What connecting a channel's mailbox would bring. */
@Injectable()
export class SurveyMailbox {
  constructor(
    private readonly config: Config,
    private readonly opening: OpenMailbox,
  ) {}

  /**
   * @param language of whoever reads what went wrong
   * @throws AppError channel.notFound, channel.unreachable
   */
  async survey(channelId: string, language = 'en'): Promise<MailboxSurvey> {
    let client: ImapFlow | undefined;
    try {
      const opened = await this.opening.open(channelId);
      client = opened.client;
      const mostBytes = this.config.get('MAX_MESSAGE_BYTES');
      return await surveyMailbox(client, { imap: opened.channel.imap, connectedAt: new Date(), mostBytes });
    } catch (error) {
      if (error instanceof AppError) throw error;
      throw new AppError('channel.unreachable', { said: faultText(error, language) }, { cause: error });
    } finally {
      await client?.logout().catch(() => client?.close());
    }
  }
}

/**
 * Every folder of a mailbox with its counts, and the languages of those that would be read. Opens folders read-only: changes
 * nothing on the server and stores nothing here.
 * @throws the network's or the mail server's error
 */
export async function surveyMailbox(client: ImapFlow, survey: Survey): Promise<MailboxSurvey> {
  const folders: SurveyedFolder[] = [];
  const samples: Sample[] = [];
  const listed = await client.list();
  const read = listed.filter((f) => survey.imap.folders.includes(f.path)).length;
  for (const { path, flags } of listed) {
    if (flags.has('\\Noselect') || flags.has('\\NonExistent')) continue;
    const isRead = survey.imap.folders.includes(path);
    const lock = await selectFolder(client, path, true).catch(passOverMissing);
    if (!lock) continue;
    try {
      const { uids, ...counts } = await countFolder(client, survey);
      folders.push({ folder: path, isRead, ...counts });
      if (isRead) samples.push(...(await sampleFolder(client, uids, Math.ceil(mostSamples / Math.max(read, 1)))));
    } finally {
      lock.release();
    }
  }
  const missing = survey.imap.folders.filter((f) => !folders.some((x) => x.folder === f));
  return { folders, missing, ...(await understand(samples)) };
}

/** A name that is listed and cannot be opened is only a place in the tree. */
function passOverMissing(error: { mailboxMissing?: boolean }): null {
  if (error.mailboxMissing) return null;
  throw error;
}

async function countFolder(client: ImapFlow, { imap, connectedAt, mostBytes }: Survey) {
  const uids = await searchFolder(client, imap.since ? { since: new Date(imap.since) } : {});
  const years = new Map<number, number>();
  const sum = { messages: 0, bytes: 0, tooLarge: 0, live: 0 };
  let [oldest, newest]: (Date | null)[] = [null, null];
  for (let i = 0; i < uids.length; i += listBatch) {
    const range = rangeOf(uids.slice(i, i + listBatch));
    for await (const m of client.fetch(range, { size: true, internalDate: true }, { uid: true })) {
      const given = m.internalDate ? new Date(m.internalDate) : null;
      const at = given && !Number.isNaN(given.getTime()) ? given : null;
      sum.messages += 1;
      sum.bytes += m.size ?? 0;
      if ((m.size ?? 0) > mostBytes) sum.tooLarge += 1;
      const message = { uid: m.uid, size: m.size ?? 0, internalDate: at, identity: null };
      // All that is there now lies below where live mail begins.
      const cursor = { liveFromUid: Number.POSITIVE_INFINITY, isRenumbered: false };
      if (!isHistory(message, cursor, { imap, createdAt: connectedAt })) sum.live += 1;
      if (!at) continue;
      years.set(at.getUTCFullYear(), (years.get(at.getUTCFullYear()) ?? 0) + 1);
      if (!oldest || at < oldest) oldest = at;
      if (!newest || at > newest) newest = at;
    }
  }
  return {
    uids,
    ...sum,
    oldest: oldest?.toISOString() ?? null,
    newest: newest?.toISOString() ?? null,
    years: [...years].sort(([a], [b]) => a - b).map(([year, messages]) => ({ year, messages })),
  };
}

interface Sample {
  raw: Buffer;
}

async function sampleFolder(client: ImapFlow, uids: readonly number[], most: number): Promise<Sample[]> {
  if (uids.length === 0) return [];
  const step = Math.max(1, uids.length / most);
  const chosen = new Set(Array.from({ length: Math.min(most, uids.length) }, (_, i) => uids[Math.floor(i * step)]!));
  const found: Sample[] = [];
  const query = { source: { start: 0, maxLength: sampleBytes } };
  for await (const m of client.fetch(rangeOf([...chosen]), query, { uid: true }))
    if (m.source) found.push({ raw: m.source });
  return found;
}

/** Languages and automatic mail among the samples; a message cut off in the middle is read as far as it goes. */
async function understand(samples: readonly Sample[]): Promise<Omit<MailboxSurvey, 'folders' | 'missing'>> {
  await loadLanguageModels();
  const counts = new Map<string | null, number>();
  let automatic = 0;
  for (const { raw } of samples) {
    const mail = parseMessage(raw, { sanitize: false });
    if (mail.automation.automated) automatic += 1;
    const { language } = identifyLanguage((mail.replyText.trim() || mail.text).slice(0, 300), {});
    counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return {
    sampled: samples.length,
    automatic,
    languages: [...counts].sort(([, a], [, b]) => b - a).map(([language, messages]) => ({ language, messages })),
  };
}
