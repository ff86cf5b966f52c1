import { createTransport } from 'nodemailer';
import { ChannelsService, SmtpListener } from '../../src/channels/index.ts';
import { TeamsService } from '../../src/identity/index.ts';
import { Intake } from '../../src/intake/index.ts';
import { StoresService } from '../../src/stores/index.ts';
import type { TestApp } from './app.ts';

/** A store with a listener channel whose answers go to the sink, and a fallback team: the least with which mail works. */
export async function furnish(app: TestApp, more: { address?: string; outbound?: object } = {}) {
  const address = more.address ?? 'sales@doors.example';
  const store = await app.get(StoresService).create({
    name: `Store ${address}`,
    senderName: 'Doors',
    senderAddress: address,
    defaultLanguage: 'en',
    languages: ['en', 'fr'],
    currency: 'EUR',
    country: 'CN',
    timeZone: 'Asia/Shanghai',
    signatures: { en: 'Kind regards,\n{{agent.name}}\n{{store.name}}', fr: 'Bien cordialement,\n{{agent.name}}' },
    platform: 'email',
    color: 'blue',
    packId: 'doors-and-windows',
    isActive: true,
  });
  const channel = await app.get(ChannelsService).create({
    storeId: store.id,
    kind: 'smtp_listener',
    name: `Mail ${address}`,
    addresses: [address],
    imap: null,
    outbound: { kind: 'sink', security: 'starttls', ...more.outbound },
    isActive: true,
  });
  const team = await app.get(TeamsService).create({
    name: `Triage ${address}`,
    languages: ['en'],
    regions: [],
    storeIds: [],
    channelIds: [],
    isFallback: true,
    memberIds: [],
  });
  return { address, store, channel, team };
}

/** Hands a finished message to the listener over SMTP, as a mail server would. @returns what the listener said */
export async function deliver(
  app: TestApp,
  raw: string | Buffer,
  to = 'sales@doors.example',
  from = 'buyer@home.example',
): Promise<string> {
  const transport = createTransport({ host: '127.0.0.1', port: app.get(SmtpListener).port, ignoreTLS: true });
  try {
    const info = await transport.sendMail({ envelope: { from, to: [to] }, raw });
    return info.response;
  } finally {
    transport.close();
  }
}

/** Waits until everything received has become what it becomes. */
export const settled = (app: TestApp): Promise<void> => app.get(Intake).settle();

let count = 0;
/** A plain letter as bytes; headers may be overwritten or added. */
export function letter(text: string, headers: Record<string, string> = {}): string {
  count += 1;
  const all: Record<string, string> = {
    From: 'Ann Buyer <buyer@home.example>',
    To: 'sales@doors.example',
    Subject: 'A door',
    'Message-ID': `<${count}.${process.pid}@home.example>`,
    Date: new Date().toUTCString(),
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Transfer-Encoding': '8bit',
    ...headers,
  };
  return `${Object.entries(all)
    .map(([k, v]) => `${k}: ${v}`)
    .join('\r\n')}\r\n\r\n${text.replace(/\n/g, '\r\n')}\r\n`;
}

/** Asks until it is so; the work waited for runs in other processes' time. */
export async function eventually<T>(
  ask: () => Promise<T | null | undefined | false>,
  what: string,
  ms = 15_000,
): Promise<T> {
  for (const until = Date.now() + ms; Date.now() < until; ) {
    const answer = await ask();
    if (answer) return answer;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`waited in vain for ${what}`);
}
