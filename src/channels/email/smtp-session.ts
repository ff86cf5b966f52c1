import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import XOAuth2 from 'nodemailer/lib/xoauth2';
import type { OutgoingEnvelope, SendOutcome } from '../channel.ts';
import type { OutboundSettings } from '../channel-settings.ts';
import { outcomeOfFault, refusedRecipient, type SmtpFault } from './send-outcome.ts';

export type SmtpCredentials = { pass: string } | { accessToken: string } | null;

const chunkBytes = 32 * 1024;

/**
 * One signed-in connection to a server for outgoing mail. The connection is driven directly and not through nodemailer's
 * transports, because only here it can be seen how far a message got: those report every broken connection alike.
 */
export class SmtpSession {
  /** No further message can go this way. */
  isClosed = false;
  sent = 0;

  private constructor(private readonly connection: SMTPConnection) {
    connection.on('error', () => {
      this.isClosed = true;
    });
    connection.once('end', () => {
      this.isClosed = true;
    });
  }

  /** @throws the network's or the server's error */
  static async open(outbound: OutboundSettings, credentials: SmtpCredentials): Promise<SmtpSession> {
    const connection = new SMTPConnection({
      host: outbound.host,
      port: outbound.port ?? (outbound.security === 'tls' ? 465 : 587),
      secure: outbound.security === 'tls',
      requireTLS: outbound.security === 'starttls',
      ignoreTLS: outbound.security === 'none',
      connectionTimeout: 20_000,
      greetingTimeout: 20_000,
      // RFC 5321 §4.5.3.2.6: ten minutes for the answer to the final dot.
      socketTimeout: 10 * 60_000,
    });
    const session = new SmtpSession(connection);
    try {
      await new Promise<void>((resolve, reject) => {
        connection.once('error', reject);
        connection.once('end', () => reject(new Error('Connection closed')));
        connection.connect((error) => (error ? reject(error) : resolve()));
      });
      if (credentials && outbound.user) await session.login(outbound.user, credentials);
      return session;
    } catch (error) {
      session.close();
      throw error;
    }
  }

  /** Never throws: every fault is an outcome. */
  send(envelope: OutgoingEnvelope, raw: Buffer): Promise<SendOutcome> {
    let mayHaveLeft = false;
    const message = Readable.from(
      chunksOf(raw, () => {
        mayHaveLeft = true;
      }),
      { objectMode: false, highWaterMark: chunkBytes },
    );
    return new Promise((resolve) => {
      this.connection.send(
        {
          from: envelope.from,
          to: envelope.to,
          size: raw.length,
          ...(envelope.envelopeId
            ? { dsn: { ret: 'HDRS' as const, envid: envelope.envelopeId, notify: 'FAILURE' as const } }
            : {}),
        },
        message,
        (error, info) => {
          this.sent += 1;
          if (error) {
            message.destroy();
            // A session in the middle of a message cannot be used for another.
            this.close();
            resolve(outcomeOfFault(error as SmtpFault, mayHaveLeft));
            return;
          }
          const refused = ((info.rejectedErrors ?? []) as SmtpFault[]).map(refusedRecipient);
          resolve({ kind: 'accepted', said: info.response, ...(refused.length > 0 ? { refused } : {}) });
        },
      );
    });
  }

  close(): void {
    this.isClosed = true;
    this.connection.close();
  }

  /** Says goodbye; the server ends the connection. */
  quit(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    this.connection.quit();
  }

  private login(user: string, credentials: Exclude<SmtpCredentials, null>): Promise<void> {
    return new Promise((resolve, reject) => {
      this.connection.once('error', reject);
      const done = (error?: Error | null) => (error ? reject(error) : resolve());
      if ('accessToken' in credentials) {
        const oauth2 = new XOAuth2({ user, accessToken: credentials.accessToken });
        this.connection.login({ type: 'OAuth2', user, oauth2, method: 'XOAUTH2' } as never, done);
      } else this.connection.login({ credentials: { user, pass: credentials.pass } } as never, done);
    });
  }
}

/** Small pieces, so that what was handed over is known nearly to the byte; `onEnd` fires before the last one is given. */
function* chunksOf(raw: Buffer, onEnd: () => void): Generator<Buffer> {
  for (let at = 0; at < raw.length; at += chunkBytes) {
    if (at + chunkBytes >= raw.length) onEnd();
    yield raw.subarray(at, at + chunkBytes);
  }
}
