import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo, Socket } from 'node:net';
import { ImapFlow } from 'imapflow';
import { type Dovecot, hasDovecot, startDovecot } from './dovecot.ts';
import { startTcpProxy, type TcpProxy } from './tcp-proxy.ts';

export interface Account {
  user: string;
  password: string;
  /** The line to the server; the application is to connect to its port. */
  proxy: TcpProxy;
  append(raw: string, options?: { folder?: string; at?: Date }): Promise<void>;
  /** Many by one connection. */
  appendAll(folder: string, messages: Iterable<{ raw: string; at: Date }>): Promise<void>;
  expunge(uid: number, folder?: string): Promise<void>;
  /** Makes a folder anew with the same messages under new numbers and a new UIDVALIDITY. */
  renumber(folder: string): Promise<void>;
  create(folder: string): Promise<void>;
  flags(folder?: string): Promise<string[][]>;
  close(): Promise<void>;
}

export interface ImapPeer {
  name: string;
  account(): Promise<Account>;
  /** Missing where the server is not the real one: limits, change counters and folders of any size are only Dovecot's. */
  dovecot: Dovecot | null;
  /** Access tokens the server takes for XOAUTH2. */
  tokens: Set<string>;
  close(): Promise<void>;
}

type CommandHandler = (connection: HoodiecrowConnection, ...rest: unknown[]) => unknown;

interface HoodiecrowConnection {
  socket: Socket;
  /** Takes the next line instead of the commands. */
  inputHandler: ((line: string) => void) | false;
}

interface Hoodiecrow {
  listen(port: number, host: string, ready: () => void): void;
  close(): void;
  server: Server;
  users: Record<string, unknown>;
  getMailbox(path: string): { uidvalidity: number };
  getCommandHandler(name: string): CommandHandler;
  setCommandHandler(name: string, handler: CommandHandler): void;
}

/** It waits half an hour for the end of an IDLE whose line was cut, and the process with it. */
function endIdleWithItsLine(server: Hoodiecrow): void {
  const idle = server.getCommandHandler('IDLE');
  server.setCommandHandler('IDLE', (connection, ...rest) => {
    const answer = idle(connection, ...rest);
    const end = connection.inputHandler;
    if (end) connection.socket.once('close', () => end('DONE'));
    return answer;
  });
}

/** Dovecot where it is installed, otherwise the server from npm; `IMAP_PEER=hoodiecrow` takes the latter in any case. */
export async function startImapPeer(): Promise<ImapPeer> {
  const tokens = new Set<string>();
  const isReal = hasDovecot() && process.env['IMAP_PEER'] !== 'hoodiecrow';
  const tokenServer = isReal ? await startTokenInfo(tokens) : null;
  const dovecot = tokenServer && (await startDovecot(tokenServer.url));
  const opened: { close(): Promise<void> }[] = [];
  let count = 0;
  return {
    name: dovecot?.name ?? 'hoodiecrow-imap (Dovecot is not installed)',
    tokens,
    dovecot,
    async account() {
      count += 1;
      const user = `mailbox${count}`;
      const account = dovecot ? await ofDovecot(dovecot, user) : await ofHoodiecrow(user, tokens);
      opened.push(account);
      return account;
    },
    async close() {
      for (const account of opened) await account.close();
      await dovecot?.close();
      tokenServer?.close();
    },
  };
}

const ofDovecot = (dovecot: Dovecot, user: string): Promise<Account> =>
  accountOn(dovecot.port, user, dovecot.password, () => Promise.resolve());

async function ofHoodiecrow(user: string, tokens: Set<string>): Promise<Account> {
  const hoodiecrow = createRequire(import.meta.url)('hoodiecrow-imap') as (options: object) => Hoodiecrow;
  const server = hoodiecrow({
    plugins: ['ID', 'IDLE', endIdleWithItsLine, 'SASL-IR', 'AUTH-PLAIN', 'XOAUTH2', 'UIDPLUS', 'ENABLE', 'NAMESPACE'],
    users: {
      [user]: {
        password: 'secret',
        xoauth2: {
          get accessToken() {
            return [...tokens][0] ?? 'none';
          },
          // It keeps a timer of this length, and with it the process.
          sessionTimeout: 10_000,
        },
      },
    },
    storage: { INBOX: {}, '': { separator: '/', folders: {} } },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  let validity = 100;
  const account = await accountOn(port, user, 'secret', async (folder) => {
    validity += 1;
    server.getMailbox(folder).uidvalidity = validity;
  });
  // Of several messages asked for in part it gives only the first (RFC 3501 §6.4.5).
  account.proxy.retell = (line) => line.replace(/<0\.\d+>/, '');
  return {
    ...account,
    close: async () => {
      await account.close();
      server.close();
    },
  };
}

async function accountOn(
  port: number,
  user: string,
  password: string,
  afterCreate: (folder: string) => Promise<void>,
): Promise<Account> {
  const proxy = await startTcpProxy(port);
  const beside = async <T>(work: (client: ImapFlow) => Promise<T>): Promise<T> => {
    const client = new ImapFlow({
      host: '127.0.0.1',
      port,
      secure: false,
      doSTARTTLS: false,
      auth: { user, pass: password },
      logger: false,
      disableAutoIdle: true,
    });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.logout();
    }
  };
  const within = <T>(client: ImapFlow, folder: string, work: () => Promise<T>): Promise<T> =>
    client.getMailboxLock(folder).then((lock) => work().finally(() => lock.release()));
  return {
    user,
    password,
    proxy,
    append: (raw, { folder = 'INBOX', at } = {}) =>
      beside(async (client) => void (await client.append(folder, Buffer.from(raw), [], at))),
    appendAll: (folder, messages) =>
      beside(async (client) => {
        for (const { raw, at } of messages) await client.append(folder, Buffer.from(raw), [], at);
      }),
    expunge: (uid, folder = 'INBOX') =>
      beside((client) =>
        within(client, folder, async () => void (await client.messageDelete(String(uid), { uid: true }))),
      ),
    create: (folder) =>
      beside(async (client) => {
        await client.mailboxCreate(folder);
      }),
    renumber: (folder) =>
      beside(async (client) => {
        const kept: { source: Buffer; at: Date }[] = [];
        await within(client, folder, async () => {
          for await (const m of client.fetch('1:*', { source: true, internalDate: true }))
            kept.push({ source: m.source!, at: new Date(m.internalDate!) });
        });
        await client.mailboxDelete(folder);
        await client.mailboxCreate(folder);
        await afterCreate(folder);
        for (const { source, at } of kept) await client.append(folder, source, [], at);
      }),
    flags: (folder = 'INBOX') =>
      beside((client) =>
        within(client, folder, async () => {
          const all: string[][] = [];
          for await (const m of client.fetch('1:*', { flags: true })) all.push([...(m.flags ?? [])]);
          return all;
        }),
      ),
    close: () => proxy.close(),
  };
}

/** Tells Dovecot which tokens are good, and whose (RFC 7662, reduced). */
async function startTokenInfo(tokens: Set<string>): Promise<{ url: string; close(): void }> {
  const server = createServer((request, response) => {
    const token = String(request.headers.authorization ?? '').replace(/^Bearer /, '');
    const [user, value] = token.split('.');
    const isGood = tokens.has(token) && value !== undefined;
    response.writeHead(isGood ? 200 : 401, { 'content-type': 'application/json' });
    response.end(JSON.stringify(isGood ? { active: 'true', email: user } : { error: 'invalid_token' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/tokeninfo`,
    close: () => void server.close(),
  };
}
