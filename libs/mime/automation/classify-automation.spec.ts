import { describe, expect, it } from '@jest/globals';
import { parseMessage } from '../parse-message.ts';

const message = (fields: string[], body = 'Hello') => parseMessage(Buffer.from([...fields, '', body].join('\n')));
const DAEMON = ['Return-Path: <>', 'From: Mail Delivery System <MAILER-DAEMON@mx.example>', 'To: s@shop.example'];
const PERSON = ['Return-Path: <jo@b.example>', 'From: Jo <jo@b.example>', 'To: s@shop.example'];
const report = (type: string, ...machine: string[]) =>
  message(
    [...DAEMON, 'Subject: Report', `Content-Type: multipart/report; report-type=${type}; boundary=b`],
    [
      '--b',
      '',
      'Words',
      '--b',
      ...machine,
      '--b',
      'Content-Type: text/rfc822-headers',
      '',
      'Message-ID: <orig@shop.example>',
      'Subject: =?utf-8?Q?T=C3=BCr?=',
      '--b--',
    ].join('\n'),
  );
const status = (...recipients: string[][]) =>
  report(
    'delivery-status',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    ...recipients.flatMap((r) => [...r, '']),
  );

describe('reports (RFC 3464, 8098, 5965)', () => {
  const failed = [
    'Final-Recipient: rfc822; <a@b.example>',
    'Action: failed',
    'Status: 5.1.1 (no such user)',
    'Diagnostic-Code: smtp; 550 5.1.1',
    '  unknown user',
  ];

  it('tells a failure and what failed', () => {
    const mail = status(['Final-Recipient: rfc822; x@b.example', 'Action: delayed', 'Status: 4.4.1'], failed);
    expect(mail.automation).toMatchObject({ kind: 'bounce', isBounce: true, isAutoReply: false, automated: true });
    expect(mail.bounce).toMatchObject({
      recipient: 'a@b.example',
      action: 'failed',
      status: '5.1.1',
      diagnostic: '550 5.1.1 unknown user',
      originalMessageId: 'orig@shop.example',
      originalSubject: 'Tür',
    });
    expect(mail.bounce?.recipients).toHaveLength(2);
    expect(mail.forwarded).toBeNull();
  });

  it.each<[string, string]>([
    ['delayed', 'delayed'],
    ['delivered', 'delivered'],
    ['relayed', 'delivered'],
    ['expanded', 'delivered'],
  ])('does not take %s for a bounce', (action, kind) => {
    const mail = status(['Final-Recipient: rfc822; a@b.example', `Action: ${action}`, 'Status: 4.4.7']);
    expect(mail.automation).toMatchObject({ kind, isBounce: false, automated: true });
  });

  it('knows read receipts and complaints', () => {
    expect(
      report(
        'disposition-notification',
        'Content-Type: message/disposition-notification',
        '',
        'Disposition: manual-action/MDN-sent-manually; displayed',
      ).automation.kind,
    ).toBe('mdn');
    expect(
      report('feedback-report', 'Content-Type: message/feedback-report', '', 'Feedback-Type: abuse').automation,
    ).toMatchObject({ kind: 'arf', isBounce: false });
  });

  it('finds the report where the container does not call itself one', () => {
    const body = [
      '--b',
      '',
      'x',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'X: y',
      '',
      ...failed,
      '--b--',
    ].join('\n');
    expect(message([...PERSON, 'Content-Type: multipart/mixed; boundary=b'], body).automation.kind).toBe('bounce');
  });
});

describe('non-delivery notices without a report', () => {
  it.each<[string, string, string]>([
    [
      'qmail',
      'failure notice',
      "Hi. This is the qmail-send program.\nI'm afraid I wasn't able to deliver your message.\n\n<a@b.example>:\n192.0.2.1 said: 550 5.1.1 no\n\n--- Below this line is a copy of the message.\n\nMessage-ID: <orig@shop.example>\nSubject: Door\n",
    ],
    [
      'Exim',
      'Mail delivery failed: returning message to sender',
      'A message that you sent could not be delivered.\nThe following address(es) failed:\n\n  a@b.example\n    SMTP error: 550 5.1.1 Unrouteable address\n\n------ This is a copy of the message ------\n\nMessage-ID: <orig@shop.example>\nSubject: Door\n',
    ],
    [
      'Domino',
      'DELIVERY FAILURE: User a (a@b.example) not listed',
      'Your message\n\n  Subject: Door\n\nwas not delivered to:\n\n  a@b.example\n\nbecause:\n\n  550 5.1.1 User not listed\n',
    ],
    [
      'a German gateway',
      'Unzustellbar: Tür',
      'Ihre Nachricht konnte nicht zugestellt werden an a@b.example: 550 5.1.1',
    ],
    ['a Chinese provider', '系统退信', '您的邮件无法投递到 a@b.example，原因：550 5.1.1 用户不存在'],
    ['a Japanese carrier', 'エラーメール', '次の宛先に配信できませんでした。 <a@b.example> 550 5.1.1'],
    ['a Russian provider', 'Недоставленное сообщение', 'Сообщение не может быть доставлено: a@b.example 550 5.1.1'],
  ])('of %s', (_, subject, body) => {
    const mail = message([...DAEMON, `Subject: ${subject}`], body);
    expect(mail.automation).toMatchObject({ kind: 'bounce', isBounce: true });
    expect(mail.bounce).toMatchObject({ recipient: 'a@b.example', status: '5.1.1' });
  });

  it('finds the returned Message-ID in the copy', () => {
    const body =
      'failed for good: a@b.example\n\n--- Below this line is a copy of the message.\n\nReceived: x\nMessage-ID: <orig@shop.example>\nSubject: Door\n';
    expect(message([...DAEMON, 'Subject: failure notice'], body).bounce).toMatchObject({
      originalMessageId: 'orig@shop.example',
      originalSubject: 'Door',
    });
  });

  it('reads X-Failed-Recipients', () => {
    expect(
      message([...PERSON, 'X-Failed-Recipients: a@b.example, c@d.example'], 'x').bounce?.recipients.map(
        (r) => r.recipient,
      ),
    ).toEqual(['a@b.example', 'c@d.example']);
  });

  it('does not take a warning for a failure', () => {
    const mail = message(
      [...DAEMON, 'Subject: Warning: message 1abc delayed 24 hours'],
      'THIS IS A WARNING MESSAGE ONLY. YOU DO NOT NEED TO RESEND. Delivery attempts will continue.',
    );
    expect(mail.automation).toMatchObject({ kind: 'delayed', isBounce: false, automated: true });
  });

  it('reads what Amazon SES sends through SNS', () => {
    const inner = {
      notificationType: 'Bounce',
      bounce: { bounceType: 'Permanent', bouncedRecipients: [{ emailAddress: 'a@b.example', status: '5.1.1' }] },
      mail: { commonHeaders: { messageId: '<orig@shop.example>' } },
    };
    for (const body of [
      JSON.stringify(inner),
      JSON.stringify({ Type: 'Notification', Message: JSON.stringify(inner) }),
      `${JSON.stringify(inner)}\n\n-- \nIf you wish to stop receiving`,
    ]) {
      expect(
        message(['From: x <no-reply@sns.amazonaws.com>', 'Subject: AWS Notification Message'], body).bounce?.recipient,
      ).toBe('a@b.example');
    }
  });

  it.each<[string, string[], string]>([
    [
      'a person who forwards one',
      [...PERSON, 'Subject: Fwd: Undelivered Mail Returned to Sender'],
      'Your message could not be delivered, 550 5.1.1',
    ],
    [
      'a person who complains',
      [...PERSON, 'Subject: Undeliverable mail'],
      'My mail to you could not be delivered: 550 user unknown',
    ],
    [
      'a postmaster who writes',
      [...PERSON.slice(1), 'Subject: Re: your door', 'Return-Path: <postmaster@b.example>'],
      'We would like to order.',
    ],
  ])('is not fooled by %s', (_, fields, body) => {
    expect(message(fields, body).automation.isBounce).toBe(false);
  });
});

describe('automatic answers', () => {
  it.each([
    'Auto-Submitted: auto-replied (vacation)',
    'AUTO-SUBMITTED: Auto-Replied; owner-email="x"',
    'X-Autoreply: yes',
    'X-Autorespond: x',
    'Precedence: auto_reply',
    'X-Apple-Action: VACATION',
  ])('by %s', (field) => {
    expect(message([...PERSON, 'Subject: Door', field]).automation).toMatchObject({
      isAutoReply: true,
      automated: true,
      isBounce: false,
    });
  });

  it.each([
    'Automatic reply: Door',
    'Out of Office: Door',
    'Automatische Antwort: Tür',
    'Réponse automatique : Porte',
    'Respuesta automática: Puerta',
    'Resposta automática: Porta',
    'Risposta automatica: Porta',
    'Automatisch antwoord: Deur',
    'Automatyczna odpowiedź: Drzwi',
    'Автоматический ответ: Дверь',
    'Otomatik Yanıt: Kapı',
    'Autosvar: Dörr',
    'Automaattinen vastaus: Ovi',
    'Automatická odpověď: Dveře',
    'Automatikus válasz: Ajtó',
    'Αυτόματη απάντηση: Πόρτα',
    '自动回复: 门',
    '自動回覆：門',
    '自動応答: ドア',
    '자동 회신: 문',
    'رد تلقائي: باب',
    'תשובה אוטומטית: דלת',
    'Trả lời tự động: cửa',
  ])('by the subject %s', (subject) => {
    const encoded = `Subject: =?utf-8?B?${Buffer.from(subject).toString('base64')}?=`;
    expect(message([...PERSON, encoded]).automation.isAutoReply).toBe(true);
    expect(message([...PERSON, encoded.replace('=?', 'Re: =?')]).automation.automated).toBe(false);
  });

  it('knows an absence', () => {
    expect(message([...PERSON, 'Subject: Automatic reply: Door'], 'I am on annual leave.').automation.kind).toBe(
      'out_of_office',
    );
  });

  it('takes a generated message that answers another for an automatic answer', () => {
    const generated = [...PERSON, 'Subject: Door', 'Auto-Submitted: auto-generated'];
    expect(message([...generated, 'In-Reply-To: <1@shop.example>']).automation.isAutoReply).toBe(true);
    expect(message(generated).automation).toMatchObject({ kind: 'notification', isAutoReply: false, automated: true });
  });

  it.each([
    'Auto-Submitted: no',
    'Auto-Submitted: auto-forwarded',
    'X-Auto-Response-Suppress: All',
    'X-Autoreply: no',
    'Precedence: normal',
  ])('not by %s', (field) => {
    expect(message([...PERSON, 'Subject: Door', field]).automation).toMatchObject({
      kind: 'none',
      automated: false,
      reason: '',
    });
  });

  it.each(['Urlaub', 'Out of office chairs', 'Auto parts for my door', 'Absence of a handle', 'Automatic doors'])(
    'not by the ordinary subject %s',
    (subject) => {
      expect(message([...PERSON, `Subject: ${subject}`]).automation.automated).toBe(false);
    },
  );

  it('knows a challenge', () => {
    expect(
      message([...PERSON, 'Subject: Please confirm your message', 'Auto-Submitted: auto-replied']).automation.kind,
    ).toBe('challenge');
  });
});

describe('reports about mail and meetings', () => {
  it('are known by their subject or method', () => {
    const dmarc = 'Subject: Report domain: shop.example Submitter: mx.example Report-ID: <1>';
    expect(message([...PERSON, dmarc]).automation.kind).toBe('dmarc_report');
    const reply = [...PERSON, 'Subject: Accepted: Visit', 'Content-Type: text/calendar; method=REPLY'];
    expect(message(reply, 'BEGIN:VCALENDAR').automation).toMatchObject({ kind: 'calendar', isAutoReply: false });
    expect(message([...PERSON, 'Content-Type: text/calendar; method=REQUEST'], 'BEGIN:VCALENDAR').automation.kind).toBe(
      'none',
    );
  });
});

describe('bulk mail', () => {
  it.each<[string, string[]]>([
    ['list', ['List-Id: <x.example>', 'List-Post: <mailto:x@x.example>']],
    ['newsletter', ['List-Unsubscribe: <https://x.example>']],
    ['newsletter', ['List-Id: <x>', 'List-Unsubscribe: <https://x.example>', 'Precedence: bulk']],
    ['notification', ['Precedence: Bulk']],
    ['notification', ['Precedence: never-bounce', 'Precedence: bulk']],
    ['notification', ['X-AMAZON-MAIL-RELAY-TYPE: notification']],
  ])('is a %s', (kind, fields) => {
    expect(message([...PERSON, 'Subject: Door', ...fields]).automation).toMatchObject({
      kind,
      automated: true,
      isAutoReply: false,
    });
  });

  it('is what a sender without a reply address writes, unless a person stands behind it', () => {
    const noReply = ['From: Shop <no-reply@platform.example>', 'Subject: New message'];
    expect(message(noReply).automation.kind).toBe('notification');
    expect(message([...noReply, 'Reply-To: jo@b.example']).automation.kind).toBe('none');
  });

  it('is not what a buyer writes through a marketplace or a group address', () => {
    const relay = [
      'From: Jo - Amazon Marketplace <abc123def456gh@marketplace.amazon.fr>',
      'Subject: Door',
      'Precedence: bulk',
      'Auto-Submitted: auto-generated',
    ];
    expect(message(relay).automation.automated).toBe(false);
    expect(message(['From: x <donotreply@marketplace.amazon.fr>', 'Subject: Door']).automation.automated).toBe(true);
    expect(
      message(['From: x <a@marketplace.amazon.fr.evil.example>', 'Subject: Door', 'Precedence: bulk']).automation
        .automated,
    ).toBe(true);
    expect(
      message([...PERSON, 'Subject: Door', 'List-Id: <group>', 'Precedence: list', 'X-Original-Sender: jo@b.example'])
        .automation.automated,
    ).toBe(false);
  });
});
