import { createHash } from 'node:crypto';
import { type Channel, type ChannelInput, imapSettings, type MailboxFolder } from '../../libs/contracts/index.ts';
import { ChannelsService } from '../../src/channels/index.ts';
import { type SignedIn, startTestApp, type TestApp } from '../factories/app.ts';
import { eventually } from '../factories/desk.ts';
import { type Account, type ImapPeer, startImapPeer } from './imap-peer.ts';

export interface Received {
  sha256: string;
  isHistory: boolean;
  state: string;
  receivedAt: Date;
}

export interface MailboxDesk {
  app: TestApp;
  admin: SignedIn;
  peer: ImapPeer;
  /** Makes a channel of a mailbox; the application begins to read it at once. */
  connect(account: Account, more?: object, secret?: string): Promise<{ id: string; input: ChannelInput }>;
  received(id: string): Promise<Received[]>;
  /** The channel as the administrator sees it. */
  shown(id: string): Promise<Channel>;
  folders(id: string): Promise<MailboxFolder[]>;
  arrived(id: string, count: number, ms?: number): Promise<Received[]>;
  /** The mailbox has been read to its end at least once. */
  isRead(id: string, ms?: number): Promise<unknown>;
  close(): Promise<void>;
}

export const sha256 = (raw: string): string => createHash('sha256').update(raw).digest('hex');

/** The application beside an IMAP server on a line that can be tampered with. */
export async function startMailboxDesk(env: Record<string, string> = {}): Promise<MailboxDesk> {
  const peer = await startImapPeer();
  console.info(`IMAP is tested against ${peer.name}`);
  const app = await startTestApp({ LOG_LEVEL: 'silent', ...env });
  const admin = await app.signIn('administrator');
  const received = (id: string): Promise<Received[]> =>
    app.source.query(
      `SELECT encode(sha256, 'hex') AS sha256, is_history AS "isHistory", state, received_at AS "receivedAt" FROM received_messages WHERE channel_id = $1 ORDER BY id`,
      [id],
    );
  const shown = async (id: string): Promise<Channel> =>
    (await admin.call('GET', '/channels')).body.items.find((c: Channel) => c.id === id);
  return {
    app,
    admin,
    peer,
    received,
    shown,
    async connect(account, more = {}, secret = account.password) {
      const input: ChannelInput = {
        storeId: null,
        kind: 'imap',
        name: account.user,
        addresses: [`${account.user}@doors.example`],
        imap: imapSettings.parse({
          host: '127.0.0.1',
          port: account.proxy.port,
          security: 'none',
          user: account.user,
          pollSeconds: 5,
          ...more,
        }),
        outbound: { kind: 'none', security: 'starttls' },
        secret,
        isActive: true,
      };
      const { id } = await app.get(ChannelsService).create(input);
      return { id, input };
    },
    folders: async (id) => (await admin.call('GET', `/channels/${id}/folders`)).body.items,
    arrived: (id, count, ms) =>
      eventually(
        async () => {
          const rows = await received(id);
          return rows.length >= count && rows;
        },
        `${count} messages`,
        ms,
      ),
    isRead: (id, ms) => eventually(async () => (await shown(id)).lastSuccessAt, 'the mailbox to be read', ms),
    async close() {
      await app.close();
      await peer.close();
    },
  };
}
