import { readFileSync } from 'node:fs';
import type { AddressInfo, Socket } from 'node:net';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { SMTPServer, type SMTPServerAddress, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { Config } from '../../platform/index.ts';
import type { Source } from '../channel.ts';
import { ChannelDirectory } from '../channel-directory.ts';
import { wordsOf } from '../fault-kind.ts';
import { ReceiveMessage } from '../receive-message.ts';
import { SenderLimits } from './sender-limits.ts';
import { transmissionId } from './transmission-id.ts';

type Done = (error?: Error | null, message?: string) => void;

const refusal = (code: number, text: string): Error => Object.assign(new Error(text), { responseCode: code });
const later = () => refusal(452, '4.3.1 This message cannot be kept right now; please try again later');
const busy = () => refusal(421, '4.7.0 Too much from your address at once; please try again later');

/** Bytes of messages being taken in that may lie in memory at once, in messages of the largest size. */
const mostLargest = 4;

/**
 * Mail without an account: any server may hand over messages for the configured addresses, and for no others (RFC 5321 with
 * SIZE, 8BITMIME, SMTPUTF8, and STARTTLS where a certificate is given). "250" is said only after the bytes are durable.
 */
@Injectable()
export class SmtpListener implements Source, OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(SmtpListener.name);
  private readonly limits = new SenderLimits();
  private server: SMTPServer | undefined;
  private readonly admitted = new Set<string>();
  private bytesInMemory = 0;
  /** Port in use; 0 while it does not listen. */
  port = 0;

  constructor(
    private readonly config: Config,
    private readonly directory: ChannelDirectory,
    private readonly receiving: ReceiveMessage,
  ) {}

  onApplicationBootstrap(): Promise<void> {
    return this.listen();
  }

  onApplicationShutdown(): Promise<void> {
    return this.close();
  }

  /** @throws Error when the port is taken or the certificate cannot be read */
  async listen(): Promise<void> {
    const [cert, key] = [this.config.get('SMTP_TLS_CERT'), this.config.get('SMTP_TLS_KEY')];
    const server = new SMTPServer({
      banner: 'Dragoman',
      size: this.config.get('MAX_MESSAGE_BYTES'),
      authOptional: true,
      disabledCommands: ['AUTH', ...(cert ? [] : ['STARTTLS'])],
      ...(cert && key ? { cert: readFileSync(cert), key: readFileSync(key) } : {}),
      disableReverseLookup: true,
      maxClients: 200,
      socketTimeout: 5 * 60_000,
      closeTimeout: 2_000,
      logger: false,
      onConnect: (session, callback) => callback(this.admit(session) ? null : busy()),
      onClose: ({ id, remoteAddress }) => {
        if (this.admitted.delete(id)) this.limits.disconnected(remoteAddress);
      },
      onMailFrom: (_address, { remoteAddress }, callback) =>
        callback(this.limits.mayHandOver(remoteAddress) ? null : busy()),
      onRcptTo: (address, session, callback) => void this.checkRecipient(address, session, callback),
      onData: (stream, session, callback) => void this.take(stream, session, callback),
    });
    server.server.on('connection', answerTogether);
    server.on('error', (error: Error) => this.log.debug(`connection: ${error.message}`));
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.config.get('SMTP_PORT'), this.config.get('SMTP_HOST'), () => {
        server.removeListener('error', reject);
        resolve();
      });
    });
    this.server = server;
    this.port = (server.server.address() as AddressInfo).port;
    this.log.log(`takes mail on port ${this.port}`);
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => (this.server ? this.server.close(() => resolve()) : resolve()));
    this.server = undefined;
  }

  private admit({ id, remoteAddress }: SMTPServerSession): boolean {
    const isAdmitted = this.limits.connected(remoteAddress);
    if (isAdmitted) this.admitted.add(id);
    return isAdmitted;
  }

  private async checkRecipient(address: SMTPServerAddress, session: SMTPServerSession, done: Done): Promise<void> {
    try {
      if (await this.directory.find(address.address)) return done(null);
      this.limits.unknownRecipient(session.remoteAddress);
      done(refusal(550, '5.1.1 No such mailbox here'));
    } catch {
      done(later());
    }
  }

  private async take(stream: SMTPServerDataStream, session: SMTPServerSession, done: Done): Promise<void> {
    const limit = this.config.get('MAX_MESSAGE_BYTES');
    const read = await this.readAll(stream, limit).catch(() => null);
    // The connection broke before the final dot: nobody waits for an answer, and the sender still has the message.
    if (!read) return done(refusal(451, '4.3.0 The message did not arrive whole'));
    try {
      if (stream.sizeExceeded || read.bytes > limit)
        return done(refusal(552, `5.3.4 Message is larger than ${limit} bytes`));
      if (!read.raw) return done(later());
      done(null, `2.0.0 Ok: kept as ${(await this.keep(read.raw, session)).join(', ')}`);
    } catch (error) {
      this.log.error(`a message could not be kept: ${wordsOf(error)}`);
      done(later());
    } finally {
      this.bytesInMemory -= read.raw?.length ?? 0;
    }
  }

  /** One message for each channel it is addressed to. @returns the ids it is kept under */
  private async keep(raw: Buffer, session: SMTPServerSession): Promise<string[]> {
    const to = session.envelope.rcptTo.map((r) => r.address);
    const channels = new Set<string>();
    for (const address of to) {
      const channel = await this.directory.find(address);
      if (channel) channels.add(channel);
    }
    // Switched off between RCPT and here: the sender keeps it and tries again.
    if (channels.size === 0) throw new Error('no channel takes it any more');
    const { mailFrom } = session.envelope;
    const envelope = {
      from: mailFrom ? mailFrom.address || null : null,
      to,
      remoteAddress: session.remoteAddress,
      helo: String(session.hostNameAppearsAs || ''),
      tls: session.secure,
    };
    const externalId = transmissionId(raw);
    const receipts = await Promise.all(
      [...channels].map((channelId) => this.receiving.receive({ channelId, externalId, raw, envelope })),
    );
    return receipts.map((r) => r.id);
  }

  /**
   * Reads to the end even when the message cannot be kept: the client must be told in its turn.
   * @returns the bytes; null in their place when there is no room for them
   */
  private async readAll(stream: SMTPServerDataStream, limit: number): Promise<{ raw: Buffer | null; bytes: number }> {
    const chunks: Buffer[] = [];
    let bytes = 0;
    let held = 0;
    let hasRoom = true;
    const drop = () => {
      this.bytesInMemory -= held;
      held = 0;
      chunks.length = 0;
    };
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        bytes += chunk.length;
        if (hasRoom && (bytes > limit || this.bytesInMemory + chunk.length > limit * mostLargest)) {
          hasRoom = false;
          drop();
        }
        if (!hasRoom) continue;
        chunks.push(chunk);
        held += chunk.length;
        this.bytesInMemory += chunk.length;
      }
      return { raw: hasRoom ? Buffer.concat(chunks) : null, bytes };
    } catch (error) {
      drop();
      throw error;
    }
  }
}

/** Answers to commands that came in one packet (RFC 2920) leave in one, too: each write costs as much as the answer itself. */
function answerTogether(socket: Socket): void {
  const write = socket.write.bind(socket) as (...said: unknown[]) => boolean;
  let isCorked = false;
  socket.write = ((...said: unknown[]) => {
    if (!isCorked) {
      isCorked = true;
      socket.cork();
      setImmediate(() => {
        isCorked = false;
        socket.uncork();
      });
    }
    return write(...said);
  }) as Socket['write'];
}
