import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { SMTPServer, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server';

export interface TakenMail {
  from: string;
  to: string[];
  raw: string;
  session: SMTPServerSession;
}

/** What an independent server is to answer; a string is an answer such as `450 4.2.0 greylisted`. */
export interface PeerAnswers {
  from?: (address: string) => string | undefined;
  recipient?: (address: string) => string | undefined;
  /** After the final dot. */
  data?: (mail: TakenMail) => string | undefined;
}

export interface SmtpPeer {
  port: number;
  taken: TakenMail[];
  connections: number;
  answers: PeerAnswers;
  /** Ends every open connection without a word. */
  hangUp(): void;
  close(): Promise<void>;
}

const answered = (line: string | undefined): Error | null =>
  line ? Object.assign(new Error(line.slice(4)), { responseCode: Number(line.slice(0, 3)) }) : null;

/** A server of another make on a free port that takes mail, or says what it is told to. */
export async function startSmtpPeer(answers: PeerAnswers = {}, options: SMTPServerOptions = {}): Promise<SmtpPeer> {
  const sockets = new Set<Socket>();
  const peer: SmtpPeer = {
    port: 0,
    taken: [],
    connections: 0,
    answers,
    hangUp: () => {
      for (const s of sockets) s.destroy();
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  const server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    disabledCommands: options.key ? [] : ['STARTTLS'],
    logger: false,
    closeTimeout: 100,
    onConnect: (_session, callback) => {
      peer.connections += 1;
      callback();
    },
    onMailFrom: ({ address }, _session, callback) => callback(answered(peer.answers.from?.(address))),
    onRcptTo: ({ address }, _session, callback) => callback(answered(peer.answers.recipient?.(address))),
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = [];
      stream.on('data', (c: Buffer) => chunks.push(c));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        const mail: TakenMail = {
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map((r) => r.address),
          raw: Buffer.concat(chunks).toString('utf8'),
          session,
        };
        const refusal = answered(peer.answers.data?.(mail));
        if (!refusal) peer.taken.push(mail);
        callback(refusal, `2.0.0 Ok: queued as ${peer.taken.length}`);
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  server.server.on('connection', (s: Socket) => {
    sockets.add(s);
    s.once('close', () => sockets.delete(s));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  peer.port = (server.server.address() as AddressInfo).port;
  return peer;
}

/** Where a server drops the connection. */
export type DropPoint = 'greeting' | 'from' | 'middle of the message' | 'final dot';

/** A server that ends the connection at a point of the dialogue, without a word. */
export async function startDroppingPeer(
  at: DropPoint,
): Promise<{ port: number; messages: number; close(): Promise<void> }> {
  const peer = { port: 0, messages: 0, close: () => closeServer(server, sockets) };
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    if (at === 'greeting') return void socket.destroy();
    socket.write('220 peer ESMTP\r\n');
    let isData = false;
    let received = '';
    socket.on('data', (chunk: Buffer) => {
      received += chunk.toString('latin1');
      if (isData) {
        if (at === 'middle of the message' && received.length > 50_000) return void socket.destroy();
        if (!received.includes('\r\n.\r\n')) return;
        peer.messages += 1;
        socket.destroy();
        return;
      }
      for (let end = received.indexOf('\r\n'); end >= 0 && !isData; end = received.indexOf('\r\n')) {
        const line = received.slice(0, end).toUpperCase();
        received = received.slice(end + 2);
        if (line.startsWith('MAIL') && at === 'from') return void socket.destroy();
        if (line === 'DATA') {
          isData = true;
          socket.write('354 go on\r\n');
        } else socket.write(line.startsWith('EHLO') ? '250-peer\r\n250 SIZE 100000000\r\n' : '250 Ok\r\n');
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  peer.port = (server.address() as AddressInfo).port;
  return peer;
}

async function closeServer(server: Server, sockets: Set<Socket>): Promise<void> {
  for (const s of sockets) s.destroy();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}
