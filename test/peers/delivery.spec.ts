import { readDeliveryDetail } from '../../libs/contracts/index.ts';
import { parseMessage } from '../../libs/mime/index.ts';
import { DeliverMessage, FindAbandoned } from '../../src/delivery/index.ts';
import { newId } from '../../src/platform/index.ts';
import { SettingsService } from '../../src/settings/index.ts';
import { type SignedIn, startTestApp, type TestApp } from '../factories/app.ts';
import { deliver, eventually, furnish, letter, settled } from '../factories/desk.ts';
import { dropConnections } from './drop-connections.ts';
import { type SmtpPeer, startDroppingPeer, startSmtpPeer } from './smtp-peers.ts';

let app: TestApp;
let agent: SignedIn;
let peer: SmtpPeer;
let channelId: string;

beforeAll(async () => {
  app = await startTestApp({ LOG_LEVEL: 'silent' });
  await app.get(SettingsService).update({ undoSendSeconds: 0 });
  agent = await app.signIn('agent', { languages: [{ language: 'en', level: 'fluent' }] });
  peer = await startSmtpPeer();
  ({
    channel: { id: channelId },
  } = await furnish(app, { outbound: outboundTo(peer.port) }));
});
afterAll(async () => {
  await app.close();
  await peer.close();
});
beforeEach(async () => {
  peer.answers = {};
  peer.taken.length = 0;
  await sendThrough(peer.port);
});

const outboundTo = (port: number) => ({ kind: 'smtp', host: '127.0.0.1', port, security: 'none' });
const sendThrough = async (port: number, more: object = {}) => {
  await app.source.query('UPDATE channels SET outbound = $2 WHERE id = $1', [
    channelId,
    JSON.stringify({ ...outboundTo(port), ...more }),
  ]);
  await app.source.query(`SELECT pg_notify('dragoman_events', $1)`, [
    JSON.stringify([{ type: 'channel.changed', channelId }]),
  ]);
};

let count = 0;
/** A buyer's letter, answered. */
async function answered(headers: Record<string, string> = {}): Promise<{ ticketId: string; messageId: string }> {
  count += 1;
  const from = `buyer${count}@home.example`;
  await deliver(app, letter(`Question ${count}`, { From: `Buyer <${from}>`, Subject: `Door ${count}`, ...headers }));
  await settled(app);
  const [ticket] = (await agent.call('GET', '/tickets?view=all')).body.items;
  const reply = await agent.call('POST', `/tickets/${ticket.id}/replies`, { text: `Answer ${count}` });
  expect(reply.status).toBe(201);
  return { ticketId: ticket.id, messageId: reply.body.id };
}

interface Delivery {
  state: string;
  detail: string | null;
}
async function delivery(of: { ticketId: string; messageId: string }): Promise<Delivery> {
  const { messages } = (await agent.call('GET', `/tickets/${of.ticketId}`)).body;
  return messages.find((m: { id: string }) => m.id === of.messageId).delivery;
}
const inState = (of: { ticketId: string; messageId: string }, state: string) =>
  eventually(async () => {
    const now = await delivery(of);
    return now.state === state && now;
  }, `the state ${state}`);
const ticketOf = async (of: { ticketId: string }) => (await agent.call('GET', `/tickets/${of.ticketId}`)).body.ticket;

describe('an answer', () => {
  it('is taken by an independent server that can thread it, and keeps that server’s words', async () => {
    const message = await answered({ 'Message-ID': '<first@home.example>', References: '<root@home.example>' });
    const { detail } = await inState(message, 'sent');
    expect(detail).toBe('250 2.0.0 Ok: queued as 1');
    const mail = parseMessage(Buffer.from(peer.taken[0]!.raw));
    expect(mail).toMatchObject({
      inReplyTo: 'first@home.example',
      references: ['root@home.example', 'first@home.example'],
    });
    expect(mail.from[0]).toMatchObject({ address: 'sales@doors.example' });
    expect(mail.replyTo[0]?.address).toMatch(/^sales\+t\.\w+@doors\.example$/);
    expect(mail.text).toContain('> Question');
    expect(peer.taken[0]!.to).toEqual([`buyer${count}@home.example`]);
  });

  it('is tried again with the same bytes when the server refuses it for now', async () => {
    peer.answers = { recipient: () => '450 4.2.0 Greylisted' };
    const message = await answered();
    const detail = await eventually(async () => (await delivery(message)).detail, 'the first try');
    expect([(await delivery(message)).state, detail]).toEqual(['queued', '450 4.2.0 Greylisted']);
    const [job] = await app.source.query(
      `SELECT run_at - now() AS wait FROM graphile_worker.jobs WHERE key = 'send:' || $1`,
      [message.messageId],
    );
    expect(job.wait.seconds).toBeGreaterThan(30);
    const [before] = await app.source.query('SELECT raw FROM outbox WHERE message_id = $1', [message.messageId]);
    peer.answers = {};
    await app.get(DeliverMessage).send(message.messageId);
    await inState(message, 'sent');
    expect(peer.taken).toHaveLength(1);
    expect(peer.taken[0]!.raw).toBe(before.raw.toString());
  });

  it('is parked with the server’s words when refused for good, reopens its ticket, and can be sent again', async () => {
    peer.answers = { data: () => '554 5.7.1 Looks like spam' };
    const message = await answered();
    const { detail } = await inState(message, 'failed');
    expect(detail).toBe('554 5.7.1 Looks like spam');
    expect(await ticketOf(message)).toMatchObject({ status: 'open', hasFailedDelivery: true });
    expect((await agent.call('POST', `/messages/${message.messageId}/delivery/stop`)).body.code).toBe(
      'delivery.notStoppable',
    );
    peer.answers = {};
    expect((await agent.call('POST', `/messages/${message.messageId}/delivery/retry`)).body).toEqual({
      state: 'queued',
    });
    await inState(message, 'sent');
    expect(await ticketOf(message)).toMatchObject({ hasFailedDelivery: false });
    const again = await agent.call('POST', `/messages/${message.messageId}/delivery/retry`);
    expect([again.status, again.body.code]).toEqual([409, 'delivery.notRetryable']);
  });

  it('is uncertain when the line broke after it was handed over, and is sent again by a person only', async () => {
    const dropping = await startDroppingPeer('final dot');
    await sendThrough(dropping.port);
    const message = await answered();
    await inState(message, 'uncertain');
    await app.get(DeliverMessage).send(message.messageId);
    await app.get(FindAbandoned).find({ isAlone: true });
    expect((await delivery(message)).state).toBe('uncertain');
    expect(dropping.messages).toBe(1);
    await dropping.close();
    await sendThrough(peer.port);
    await agent.call('POST', `/messages/${message.messageId}/delivery/retry`);
    await inState(message, 'sent');
  });

  it('is sent once, and told so, when the database goes away while it is handed over', async () => {
    const message = await answered();
    await inState(message, 'sent');
    peer.taken.length = 0;
    await app.source.query(`UPDATE outbox SET state = 'queued' WHERE message_id = $1`, [message.messageId]);
    let dropped: Promise<void> = Promise.resolve();
    peer.answers = {
      data: () => {
        dropped = dropConnections(app.databaseUrl);
        return undefined;
      },
    };
    await app.get(DeliverMessage).send(message.messageId);
    await dropped;
    await eventually(async () => (await delivery(message).catch(() => null))?.state === 'sent', 'the outcome');
    expect(peer.taken).toHaveLength(1);
  });

  it('is uncertain when the process died while it handed over', async () => {
    const message = await answered();
    await inState(message, 'sent');
    await app.source.query(
      `UPDATE outbox SET state = 'sending', sending_by = $2, sending_seen_at = now() - interval '1 minute' WHERE message_id = $1`,
      [message.messageId, newId()],
    );
    await app.get(FindAbandoned).find();
    const { state, detail } = await delivery(message);
    expect([state, readDeliveryDetail(detail!).key]).toEqual(['uncertain', 'delivery:interrupted']);
    expect(peer.taken).toHaveLength(1);
  });

  it('is left alone while a living process hands it over', async () => {
    const message = await answered();
    await inState(message, 'sent');
    await app.source.query(
      `UPDATE outbox SET state = 'sending', sending_by = $2, sending_seen_at = now() WHERE message_id = $1`,
      [message.messageId, newId()],
    );
    await app.get(FindAbandoned).find();
    const [{ state }] = await app.source.query('SELECT state FROM outbox WHERE message_id = $1', [message.messageId]);
    expect(state).toBe('sending');
  });

  it('goes on when a process died before it began', async () => {
    peer.answers = { recipient: () => '450 4.2.0 Later' };
    const message = await answered();
    await eventually(async () => (await delivery(message)).detail, 'the first try');
    peer.answers = {};
    await app.source.query(`SELECT graphile_worker.remove_job('send:' || $1)`, [message.messageId]);
    await app.source.query(`UPDATE outbox SET next_attempt_at = now() - interval '2 minutes' WHERE message_id = $1`, [
      message.messageId,
    ]);
    await app.get(FindAbandoned).find();
    await inState(message, 'sent');
  });

  it('can be given up while it waits for its next try', async () => {
    peer.answers = { recipient: () => '450 4.2.0 Later' };
    const message = await answered();
    await eventually(async () => (await delivery(message)).detail, 'the first try');
    await agent.call('POST', `/messages/${message.messageId}/delivery/stop`);
    const { state, detail } = await delivery(message);
    expect([state, readDeliveryDetail(detail!)]).toEqual([
      'failed',
      { key: 'delivery:stopped', said: '450 4.2.0 Later' },
    ]);
  });

  it('is sent once to each recipient when one of them is only refused for now, and tells who is gone', async () => {
    let isFull = true;
    peer.answers = {
      recipient: (a) =>
        a.startsWith('full') && isFull ? '452 4.2.2 Full' : a.startsWith('gone') ? '550 5.1.1 Gone' : undefined,
    };
    const { ticketId } = await answered();
    const reply = await agent.call('POST', `/tickets/${ticketId}/replies`, {
      text: 'to all',
      cc: ['full@home.example', 'gone@home.example'],
    });
    const message = { ticketId, messageId: reply.body.id };
    await eventually(async () => (await delivery(message)).detail === '452 4.2.2 Full', 'the first try');
    isFull = false;
    await app.get(DeliverMessage).send(message.messageId);
    const { detail } = await inState(message, 'bounced');
    expect(detail).toBe('gone@home.example: 550 5.1.1 Gone');
    expect(peer.taken.slice(1).map((t) => t.to)).toEqual([[`buyer${count}@home.example`], ['full@home.example']]);
  });

  it('leaves no faster than the provider of the channel allows', async () => {
    await app.source.query(`UPDATE outbox SET attempted_at = now() - interval '1 hour'`);
    await sendThrough(peer.port, { perMinute: 2 });
    const messages = [await answered(), await answered(), await answered()];
    await inState(messages[0]!, 'sent');
    await inState(messages[1]!, 'sent');
    await eventually(async () => {
      const [row] = await app.source.query('SELECT next_attempt_at FROM outbox WHERE message_id = $1', [
        messages[2]!.messageId,
      ]);
      return row?.next_attempt_at;
    }, 'the third to wait');
    expect(peer.taken).toHaveLength(2);
    expect((await delivery(messages[2]!)).state).toBe('queued');
  });

  it('that came back shows it, marks the address and reopens the ticket; a delay does not', async () => {
    const message = await answered();
    await inState(message, 'sent');
    const sent = parseMessage(Buffer.from(peer.taken[0]!.raw));
    const address = `buyer${count}@home.example`;
    await deliver(app, report(sent.messageId!, address, 'delayed', '4.4.1'), 'sales@doors.example', '');
    await settled(app);
    expect((await delivery(message)).state).toBe('sent');
    await deliver(app, report(sent.messageId!, address, 'failed', '5.1.1'), 'sales@doors.example', '');
    await settled(app);
    const { detail } = await inState(message, 'bounced');
    expect(detail).toContain('5.1.1');
    expect(await ticketOf(message)).toMatchObject({ status: 'open', hasFailedDelivery: true });
    const [row] = await app.source.query('SELECT bounced_at FROM contact_addresses WHERE value = $1', [address]);
    expect(row.bounced_at).not.toBeNull();
  });
});

describe('mail that no person wrote', () => {
  /** An automatic answer on a ticket, as a rule would queue it. */
  async function automatic(ticketId: string, to: string): Promise<{ ticketId: string; messageId: string }> {
    const messageId = newId();
    await app.source.query(
      `INSERT INTO messages (id, ticket_id, direction, channel_id, from_name, from_address, to_people, subject, text, reply_text, delivery_state, delivery_at)
       VALUES ($1, $2, 'out', $3, 'Doors', 'sales@doors.example', $4, 'We got it', 'We got your letter.', 'We got your letter.', 'queued', now())`,
      [messageId, ticketId, channelId, JSON.stringify([{ name: '', address: to }])],
    );
    await app.source.query(
      `SELECT graphile_worker.add_job('delivery.queue', json_build_object('messageId', $1::text))`,
      [messageId],
    );
    return { ticketId, messageId };
  }
  /** A cancelled one is not shown in the conversation. */
  const finding = (of: { messageId: string }) =>
    eventually(async () => {
      const [row] = await app.source.query(
        `SELECT delivery_detail AS detail FROM messages WHERE id = $1 AND delivery_state = 'cancelled'`,
        [of.messageId],
      );
      return row && readDeliveryDetail(row.detail).key;
    }, 'it to be cancelled');

  it('says so, and cannot come back', async () => {
    const { ticketId } = await answered();
    await inState(await automatic(ticketId, 'one@home.example'), 'sent');
    const mail = peer.taken.find((t) => t.to[0] === 'one@home.example')!;
    expect(mail.from).toBe('');
    expect(mail.raw).toMatch(/^Auto-Submitted: auto-replied\r$/m);
  });

  it('never answers automatic mail', async () => {
    const { ticketId } = await answered({ 'Auto-Submitted': 'auto-replied', Subject: 'Out of office' });
    expect(await finding(await automatic(ticketId, 'robot@home.example'))).toBe('delivery:toAutomatic');
  });

  it('ends a loop it cannot see', async () => {
    const { ticketId } = await answered();
    for (let i = 0; i < 3; i++) await inState(await automatic(ticketId, 'loop@home.example'), 'sent');
    expect(await finding(await automatic(ticketId, 'Loop@home.example'))).toBe('delivery:tooManyToContact');
  });

  it('does not flood a channel, even to ever new addresses', async () => {
    const { ticketId } = await answered();
    await app.source.query(
      `WITH m AS (INSERT INTO messages (id, ticket_id, direction, text, reply_text) SELECT gen_random_uuid(), $1, 'out', '', '' FROM generate_series(1, 200) RETURNING id)
       INSERT INTO outbox (message_id, channel_id, envelope_from, envelope_to, raw, state, is_automatic)
       SELECT id, $2, '', ARRAY[id || '@new.example'], '', 'sent', true FROM m`,
      [ticketId, channelId],
    );
    expect(await finding(await automatic(ticketId, 'next@new.example'))).toBe('delivery:tooManyInChannel');
  });
});

/** A delivery report as a mail server writes it (RFC 3464). */
function report(original: string, recipient: string, action: string, status: string): string {
  return letter(
    [
      '--b',
      'Content-Type: text/plain',
      '',
      `Delivery to ${recipient} ${action}.`,
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.home.example',
      '',
      `Final-Recipient: rfc822; ${recipient}`,
      `Action: ${action}`,
      `Status: ${status}`,
      `Diagnostic-Code: smtp; 550 ${status} said so`,
      '',
      '--b',
      'Content-Type: text/rfc822-headers',
      '',
      `Message-ID: <${original}>`,
      '--b--',
    ].join('\n'),
    {
      From: 'Mail Delivery System <mailer-daemon@mx.home.example>',
      Subject: 'Delivery report',
      'Content-Type': 'multipart/report; report-type=delivery-status; boundary=b',
      'Content-Transfer-Encoding': '7bit',
    },
  );
}
