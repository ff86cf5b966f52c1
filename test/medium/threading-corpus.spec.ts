import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { signMessageId, signReplyAddress, ticketReference } from '../../libs/mime/index.ts';
import { ReceiveMessage } from '../../src/channels/index.ts';
import { newId, SecretBox } from '../../src/platform/index.ts';
import { startTestApp, type TestApp } from '../factories/app.ts';
import { furnish, letter, settled } from '../factories/desk.ts';

interface GivenMessage {
  key: string;
  direction: 'in' | 'out';
  from?: string;
  to?: string;
  subject: string;
  messageId?: string;
  inReplyTo?: string;
}
interface GivenTicket {
  key: string;
  subject: string;
  customer: string;
  state: string;
  messages: GivenMessage[];
}
interface Case {
  id: string;
  file: string;
  tags?: string[];
  given?: { tickets?: GivenTicket[]; ownAddresses?: string[] };
  expected: { thread: { action: 'append' | 'new' | 'ignore'; ticket?: string } };
}

/** Other projects' threading sets, where they lie beside the project; ours are in threading.spec.ts. */
const corpus = join(
  process.env['DRAGOMAN_CORPUS'] ?? join(import.meta.dirname, '../../../shared/corpus/dev'),
  'threading',
);
const sets = existsSync(corpus) ? readdirSync(corpus).filter((s) => existsSync(join(corpus, s, 'manifest.json'))) : [];
const cases = sets.flatMap((set) =>
  (JSON.parse(readFileSync(join(corpus, set, 'manifest.json'), 'utf8')) as { cases: Case[] }).cases.map((c) => ({
    ...c,
    raw: readFileSync(join(corpus, set, c.file), 'latin1'),
  })),
);
/** An upstream answer that we decided otherwise: docs/decisions. A checked number is no permission to write into a ticket. */
const decidedOtherwise = new Set(['threading/rt-subject-tag/unknown-user-replies-with-valid-tag']);

let app: TestApp;
let channelId: string;
let key: Buffer;
beforeAll(async () => {
  app = await startTestApp();
  channelId = (await furnish(app)).channel.id;
  key = app.get(SecretBox).derive('mail ids');
});
afterAll(() => app.close());

async function takeIn(raw: string): Promise<void> {
  const envelope = { from: null, to: ['sales@doors.example'] };
  await app.get(ReceiveMessage).receive({ channelId, externalId: newId(), raw: Buffer.from(raw, 'latin1'), envelope });
  await settled(app);
}

const bare = (id: string | undefined): string | undefined => id?.replace(/[<>]/g, '');

/** The tickets that are there before, and what the placeholders stand for. */
async function prepare(given: Case['given']): Promise<{ tickets: Map<string, string>; fill: Map<string, string> }> {
  const [tickets, fill] = [new Map<string, string>(), new Map<string, string>()];
  await app.source.query(`UPDATE channels SET addresses = $1 WHERE id = $2`, [
    ['sales@doors.example', ...(given?.ownAddresses ?? [])],
    channelId,
  ]);
  for (const t of given?.tickets ?? []) {
    const first = t.messages.find((m) => m.direction === 'in');
    await takeIn(
      letter('hello', {
        From: first?.from ?? t.customer,
        Subject: t.subject,
        ...(first?.messageId ? { 'Message-ID': first.messageId, Date: '' } : {}),
        ...(first?.inReplyTo ? { 'In-Reply-To': first.inReplyTo } : {}),
      }).replace(/^Date: \r\n/m, ''),
    );
    const [row] = await app.source.query('SELECT id, number FROM tickets ORDER BY number DESC LIMIT 1');
    tickets.set(t.key, row.id);
    fill.set(`{{REF:${t.key}}}`, ticketReference(Number(row.number), key));
    fill.set(`{{NUM:${t.key}}}`, String(row.number));
    fill.set(`{{REPLYTO:${t.key}}}`, signReplyAddress({ ticketId: row.id, address: 'sales@doors.example' }, key)!);
    for (const m of t.messages.filter((m) => m.direction === 'out')) {
      const messageId = newId();
      const header = signMessageId({ messageId, domain: 'doors.example' }, key);
      fill.set(`{{MSGID:${m.key}}}`, `<${header}>`);
      await app.source.query(
        `INSERT INTO messages (id, ticket_id, direction, from_address, to_people, subject, message_id_header, text, reply_text)
         VALUES ($1, $2, 'out', 'sales@doors.example', $3, $4, $5, '', '')`,
        [messageId, row.id, JSON.stringify([{ name: '', address: m.to }]), m.subject, bare(header)],
      );
    }
  }
  return { tickets, fill };
}

async function whatHappened(before: Set<string>): Promise<{ action: string; ticket: string | null }> {
  const [last] = await app.source.query(
    `SELECT r.state, m.ticket_id FROM received_messages r LEFT JOIN messages m ON m.received_message_id = r.id ORDER BY r.id DESC LIMIT 1`,
  );
  if (last.state === 'ignored') return { action: 'ignore', ticket: null };
  return { action: before.has(last.ticket_id) ? 'append' : 'new', ticket: last.ticket_id };
}

describe(`threading sets of other projects (${sets.length})`, () => {
  afterEach(() => app.source.query('TRUNCATE tickets, contacts, received_messages CASCADE'));

  it('are looked for beside the project', () => {
    expect(cases.length === 0).toBe(sets.length === 0);
  });

  for (const c of cases) {
    const isOurs = decidedOtherwise.has(c.id);
    it(`${c.id}${isOurs ? ' (decided otherwise: opens a ticket of its own)' : ''}`, async () => {
      const { tickets, fill } = await prepare(c.given);
      let raw = c.raw;
      for (const [placeholder, value] of fill) raw = raw.replaceAll(placeholder, value);
      await takeIn(raw.replace(/\r?\n/g, '\r\n'));
      const { action, ticket } = await whatHappened(new Set(tickets.values()));
      expect(action).toBe(isOurs ? 'new' : c.expected.thread.action);
      if (!isOurs && c.expected.thread.ticket) expect(ticket).toBe(tickets.get(c.expected.thread.ticket));
    });
  }
});
