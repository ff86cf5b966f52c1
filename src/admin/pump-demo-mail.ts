import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { SmtpListener } from '../channels/index.ts';
import { demoMessages } from './demo/index.ts';

/** Hands the demo's letters to our own listener over SMTP, each in its time: what arrives has come the real way. */
@Injectable()
export class PumpDemoMail implements OnApplicationShutdown {
  private readonly log = new Logger(PumpDemoMail.name);
  private readonly timers: NodeJS.Timeout[] = [];

  constructor(private readonly listener: SmtpListener) {}

  /** @param speed 1 is the demo's own pace (about a minute); 0 hands everything over at once */
  start(now: Date, speed = 1): Promise<void> {
    const transport = createTransport({
      pool: true,
      maxConnections: 4,
      host: '127.0.0.1',
      port: this.listener.port,
      ignoreTLS: true,
    });
    const mails = demoMessages(now);
    const all = mails.map(
      (mail) =>
        new Promise<void>((resolve) => {
          const send = () =>
            transport
              .sendMail({ envelope: { from: mail.envelopeFrom, to: [mail.envelopeTo] }, raw: mail.raw })
              .then(
                () => this.log.debug(`handed over: ${mail.key}`),
                (error: unknown) =>
                  this.log.warn(`${mail.key} was not taken: ${error instanceof Error ? error.message : error}`),
              )
              .finally(resolve);
          this.timers.push(setTimeout(() => void send(), mail.afterMs * speed));
        }),
    );
    return Promise.all(all).then(() => transport.close());
  }

  onApplicationShutdown(): void {
    for (const timer of this.timers) clearTimeout(timer);
  }
}
