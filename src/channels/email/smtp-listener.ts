import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { SMTPServer, type SMTPServerAddress, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { BlobsUnavailable, Config } from '../../platform/index.ts';
import { ChannelDirectory } from '../channel-directory.ts';
import { ReceiveMessage } from '../receive-message.ts';

const refusal = (code: number, text: string): Error => Object.assign(new Error(text), { responseCode: code });
const maxHeaderScan = 64 * 1024;

/**
 * Mail without an account: any server may hand over messages for the configured addresses, and for no others (RFC 5321 with
 * SIZE, 8BITMIME, SMTPUTF8, and STARTTLS where a certificate is given). "250" is said only after the bytes are durable.
 */
@Injectable()
export class SmtpListener implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(SmtpListener.name);
  private server: SMTPServer | undefined;
  /** Port in use; 0 while it does not listen. */
  port = 0;

  constructor(
    private readonly config: Config,
    private readonly directory: ChannelDirectory,
    private readonly receiving: ReceiveMessage,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
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
      onRcptTo: (address, _session, callback) => void this.checkRecipient(address, callback),
      onData: (stream, session, callback) => void this.take(stream, session, callback),
    });
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

  async onApplicationShutdown(): Promise<void> {
    await new Promise<void>((resolve) => (this.server ? this.server.close(() => resolve()) : resolve()));
  }

  private async checkRecipient(address: SMTPServerAddress, callback: (error?: Error | null) => void): Promise<void> {
    try {
      callback((await this.directory.find(address.address)) ? null : refusal(550, '5.1.1 No such mailbox here'));
    } catch {
      callback(refusal(451, '4.3.0 Please try again later'));
    }
  }

  private async take(
    stream: SMTPServerDataStream,
    session: SMTPServerSession,
    callback: (error?: Error | null, message?: string) => void,
  ): Promise<void> {
    try {
      const raw = await readAll(stream);
      if (stream.sizeExceeded)
        return callback(refusal(552, `5.3.4 Message is larger than ${this.config.get('MAX_MESSAGE_BYTES')} bytes`));
      const to = session.envelope.rcptTo.map((r) => r.address);
      const channels = new Set<string>();
      for (const address of to) {
        const channel = await this.directory.find(address);
        if (channel) channels.add(channel);
      }
      const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : null;
      const receipts = await Promise.all(
        [...channels].map((channelId) =>
          this.receiving.receive({
            channelId,
            externalId: transmissionId(raw),
            raw,
            envelope: { from: from || null, to, remoteAddress: session.remoteAddress, tls: session.secure },
          }),
        ),
      );
      callback(null, `2.0.0 Ok: kept as ${receipts.map((r) => r.id).join(', ')}`);
    } catch (error) {
      this.log.error(`a message could not be kept: ${error instanceof Error ? error.message : error}`);
      callback(
        error instanceof BlobsUnavailable
          ? refusal(452, '4.3.1 Storage is full or away; try again later')
          : refusal(451, '4.3.0 Please try again later'),
      );
    }
  }
}

/** Reads to the end even when the size is exceeded: the client must be told in its turn. */
async function readAll(stream: SMTPServerDataStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    if (stream.sizeExceeded) chunks.length = 0;
    else chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * A sender that did not hear our "250" transmits again, with a new Received line at most: Message-ID and everything below
 * the trace lines identify the message. Two different mails with one Message-ID stay two.
 */
export function transmissionId(raw: Buffer): string {
  const head = raw.subarray(0, maxHeaderScan).toString('latin1');
  const messageId = /^message-id:\s*<?([^>\s]+)/im.exec(head)?.[1] ?? '';
  const withoutTrace = head.replace(
    /^(?:(?:received|return-path|delivered-to|x-received):[^\n]*\n(?:[ \t][^\n]*\n)*)+/i,
    '',
  );
  const hash = createHash('sha256').update(withoutTrace, 'latin1');
  if (raw.length > maxHeaderScan) hash.update(raw.subarray(maxHeaderScan));
  return `${messageId.slice(0, 300)} ${hash.digest('base64url')}`;
}
