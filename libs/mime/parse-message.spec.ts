import { describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import { parseMessage } from './parse-message.ts';

const lines = (...text: string[]) => Buffer.from(text.join('\r\n'), 'utf8');
const HEADER = ['From: Jo <jo@b.example>', 'To: s@shop.example', 'Subject: Door'];
const plain = (body: string | Buffer, ...fields: string[]) =>
  Buffer.concat([lines(...HEADER, ...fields, '', ''), typeof body === 'string' ? Buffer.from(body) : body]);
const multipart = (kind: string, ...parts: string[][]) =>
  lines(
    ...HEADER,
    `Content-Type: multipart/${kind}; boundary="=_b"`,
    '',
    'preamble',
    ...parts.flatMap((part) => ['--=_b', ...part]),
    '--=_b--',
    'epilogue',
  );
const text = (body: string) => ['Content-Type: text/plain; charset=utf-8', '', body];
const html = (body: string) => ['Content-Type: text/html; charset=utf-8', '', body];
const file = (type: string, name: string, body: string, ...fields: string[]) => [
  `Content-Type: ${type}`,
  `Content-Disposition: attachment; filename="${name}"`,
  ...fields,
  '',
  body,
];
const names = (raw: Buffer) => parseMessage(raw).attachments.map((a) => a.name);

describe('parseMessage: header', () => {
  it('reads who, when, what and in answer to what', () => {
    const mail = parseMessage(
      lines(
        'Return-Path: <bounce@b.example>',
        'Message-ID: <1@b.example>',
        'In-Reply-To: <0@b.example> (Jo)',
        'References: <a@b.example>',
        '\t<0@b.example>',
        'Date: Thu, 5 Mar 2026 14:05:06 +0800',
        'From: "Jo" <jo@b.example>',
        'Reply-To: team@b.example',
        'To: a@shop.example, B <b@shop.example>',
        'Cc: c@shop.example',
        'Subject: =?utf-8?Q?T=C3=BCr?=',
        `Thread-Index: ${Buffer.alloc(27, 1).toString('base64')}`,
        '',
        'x',
      ),
    );
    expect(mail).toMatchObject({
      messageId: '1@b.example',
      inReplyTo: '0@b.example',
      references: ['a@b.example', '0@b.example'],
      subject: 'Tür',
      from: [{ name: 'Jo', address: 'jo@b.example' }],
      author: { address: 'team@b.example' },
      cc: [{ name: '', address: 'c@shop.example' }],
      returnPath: 'bounce@b.example',
      threadIndex: '01'.repeat(22),
    });
    expect(mail.date?.toISOString()).toBe('2026-03-05T06:05:06.000Z');
    expect(mail.to).toHaveLength(2);
    expect(mail.headers.get('SUBJECT')).toBe('Tür');
  });

  it('finds the person behind a group address', () => {
    const mail = parseMessage(plain('x', 'X-Original-Sender: jane@b.example', 'Reply-To: group@shop.example'));
    expect(mail.author?.address).toBe('jane@b.example');
  });

  it('reads a header in the charset of the body', () => {
    const subject = iconv.encode('Дверь и окно', 'koi8-r');
    const raw = Buffer.concat([
      Buffer.from('Subject: '),
      subject,
      Buffer.from('\nContent-Type: text/plain; charset=koi8-r\n\nx'),
    ]);
    expect(parseMessage(raw).subject).toBe('Дверь и окно');
  });
});

describe('parseMessage: body', () => {
  it('reads a bare text in any line ends', () => {
    expect(parseMessage(plain('a\r\nb\nc')).text).toBe('a\nb\nc');
    expect(parseMessage(Buffer.from('Subject: x\r\rone\rtwo')).text).toBe('one\ntwo');
    expect(parseMessage(Buffer.from('\ufeff\r\n\r\nSubject: x\r\n\r\nbody')).text).toBe('body');
  });

  it('takes the plain side of an alternative and keeps the HTML', () => {
    const mail = parseMessage(multipart('alternative', text('Hello'), html('<p>Hello</p><script>x</script>')));
    expect(mail).toMatchObject({
      text: 'Hello',
      html: '<p>Hello</p><script>x</script>',
      safeHtml: '<p>Hello</p>',
      attachments: [],
    });
  });

  it('makes HTML readable where there is no text, or an empty one', () => {
    expect(parseMessage(plain('<p>One</p><p>Two', 'Content-Type: text/html')).text).toBe('One\n\nTwo');
    expect(parseMessage(multipart('alternative', text(' \r\n'), html('<b>Hi</b>'))).text).toBe('Hi');
  });

  it('shows the text where the HTML shows nothing', () => {
    expect(
      parseMessage(multipart('alternative', text('Hello'), html('<html><body><br></body></html>'))).html,
    ).toBeNull();
  });

  it('joins the text before and behind a picture (Apple Mail)', () => {
    const picture = [
      'Content-Type: image/png; name="p.png"',
      'Content-Disposition: inline',
      'Content-Transfer-Encoding: base64',
      '',
      'cG5n',
    ];
    const mail = parseMessage(multipart('mixed', text('before'), picture, text('after')));
    expect(mail.text).toBe('before\n\nafter');
    expect(mail.attachments).toMatchObject([{ name: 'p.png', type: 'image/png', size: 3, inline: false }]);
  });

  it('marks pictures that the HTML shows', () => {
    const picture = ['Content-Type: image/png', 'Content-ID: <P%1@x>', 'Content-Transfer-Encoding: base64', '', 'cG5n'];
    const mail = parseMessage(multipart('related', html('<img src="cid:p%251@x">'), picture));
    expect(mail.attachments).toMatchObject([{ inline: true, contentId: 'P%1@x', named: false, name: 'image-1.png' }]);
  });

  it('reads the root that multipart/related names', () => {
    const raw = lines(
      ...HEADER,
      'Content-Type: multipart/related; boundary=b; start="<root>"',
      '',
      '--b',
      'Content-Type: image/png',
      '',
      'x',
      '--b',
      'Content-ID: <root>',
      'Content-Type: text/html',
      '',
      '<b>Hi</b>',
      '--b--',
    );
    expect(parseMessage(raw).text).toBe('Hi');
  });

  it('shows a short inline text in its place and as a file', () => {
    const note = [
      'Content-Type: text/plain; name="n.txt"',
      'Content-Disposition: inline; filename="n.txt"',
      '',
      'note',
    ];
    const mail = parseMessage(multipart('mixed', text('Hello'), note));
    expect(mail.text).toBe('Hello\n\nnote');
    expect(mail.attachments).toMatchObject([{ name: 'n.txt', inline: true }]);
  });

  it('joins soft-broken lines', () => {
    expect(parseMessage(plain('one \r\ntwo', 'Content-Type: text/plain; format=flowed')).text).toBe('one two');
  });

  it('takes uuencoded files out of the text', () => {
    const mail = parseMessage(plain('Hi\r\nbegin 644 d.jpg\r\n&1&]O<B$*\r\n`\r\nend\r\nBye'));
    expect(mail.text).toBe('Hi\nBye');
    expect(mail.attachments).toMatchObject([{ name: 'd.jpg', type: 'image/jpeg', size: 6 }]);
  });

  it('reads the charset from the HTML itself where the part names none', () => {
    const body = iconv.encode('<meta charset="windows-1251"><p>Дверь', 'windows-1251');
    expect(parseMessage(plain(body, 'Content-Type: text/html')).text).toBe('Дверь');
  });

  it('reads enriched text and bare reports', () => {
    expect(parseMessage(plain('<bold>Hi</bold> <<x', 'Content-Type: text/enriched')).text).toBe('Hi <x');
    expect(parseMessage(plain('Final-Recipient: rfc822; a@b', 'Content-Type: message/delivery-status')).text).toContain(
      'a@b',
    );
  });

  it('does not decode text that only claims to be base64', () => {
    expect(parseMessage(plain('This is plain, is it not?', 'Content-Transfer-Encoding: base64')).text).toBe(
      'This is plain, is it not?',
    );
  });
});

describe('parseMessage: attachments', () => {
  it('names, sizes and sums', () => {
    const [attachment] = parseMessage(
      multipart(
        'mixed',
        text('x'),
        file('application/pdf', '../a/Größe.pdf', 'cGRm', 'Content-Transfer-Encoding: base64'),
      ),
    ).attachments;
    expect(attachment).toMatchObject({
      name: 'Größe.pdf',
      named: true,
      type: 'application/pdf',
      size: 3,
      inline: false,
    });
    expect(attachment?.content.toString()).toBe('pdf');
    expect(attachment?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('makes a name safe and makes one up', () => {
    expect(
      names(
        multipart('mixed', text('x'), file('text/x-log', 'C:\\tmp\\a\u202Egpj.exe', 'y'), [
          'Content-Type: application/pdf',
          '',
          'z',
        ]),
      ),
    ).toEqual(['agpj.exe', 'attachment-2.pdf']);
  });

  it('keeps an attached message whole, and tells what it says', () => {
    const inner = [
      'Content-Type: message/rfc822',
      '',
      'From: Ann <ann@c.example>',
      'Subject: My door',
      'Content-Type: text/html',
      '',
      '<p>Left, please</p>',
    ];
    const mail = parseMessage(multipart('mixed', text('See below'), inner));
    expect(mail.text).toBe('See below');
    expect(mail.attachments).toMatchObject([{ name: 'My door.eml', type: 'message/rfc822', named: false }]);
    expect(mail.forwarded).toMatchObject({ from: 'Ann <ann@c.example>', subject: 'My door', text: 'Left, please' });
  });

  it('takes the fuller of two names', () => {
    const part = [
      'Content-Type: application/pdf; name="=?utf-8?B?6Zeo?=.pdf"',
      'Content-Disposition: attachment; filename="?.pdf"',
      '',
      'x',
    ];
    expect(names(multipart('mixed', text('x'), part))).toEqual(['门.pdf']);
  });
});

describe('parseMessage: damaged structure', () => {
  it('reads a multipart without end, without boundary, with the wrong boundary', () => {
    const body = ['--b', 'Content-Type: text/plain', '', 'Hello', '--b', 'Content-Type: text/html', '', '<b>x</b>'];
    for (const type of ['multipart/mixed; boundary=b', 'multipart/mixed', 'multipart/mixed; boundary=other']) {
      const mail = parseMessage(lines(...HEADER, `Content-Type: ${type}`, '', ...body));
      expect(mail.text).toBe('Hello\n\nx');
      expect(mail.warnings.length).toBeGreaterThan(0);
    }
  });

  it('shows a multipart without parts as the text it is', () => {
    expect(parseMessage(lines(...HEADER, 'Content-Type: multipart/mixed; boundary=b', '', 'Only words')).text).toBe(
      'Only words',
    );
  });

  it('reads parts behind a delimiter that closed too early', () => {
    const raw = lines(
      ...HEADER,
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      '',
      'one',
      '--b--',
      '--b',
      'Content-Type: application/pdf',
      '',
      'two',
      '--b--',
    );
    expect(parseMessage(raw)).toMatchObject({ text: 'one', attachments: [{ type: 'application/pdf', size: 3 }] });
  });

  it('lets the outer boundary end an inner part', () => {
    const raw = lines(
      ...HEADER,
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: multipart/alternative; boundary=b-1',
      '',
      '--b-1',
      '',
      'one',
      '--b',
      'Content-Type: text/plain',
      '',
      'two',
      '--b--',
    );
    expect(parseMessage(raw).text).toBe('one\n\ntwo');
  });

  it('opens a whole multipart in base64', () => {
    const inner = Buffer.from(
      ['--b', '', 'Hello', '--b', 'Content-Type: image/png', '', 'x', '--b--'].join('\r\n'),
    ).toString('base64');
    const mail = parseMessage(
      lines(...HEADER, 'Content-Type: multipart/mixed; boundary=b', 'Content-Transfer-Encoding: base64', '', inner),
    );
    expect(mail).toMatchObject({ text: 'Hello', attachments: [{ type: 'image/png' }] });
  });

  it('keeps what is nested too deep, and what is one part too many', () => {
    let deep: string[] = ['Content-Type: text/plain', '', 'bottom'];
    for (let i = 60; i >= 0; i--)
      deep = [`Content-Type: multipart/mixed; boundary=b${i}`, '', `--b${i}`, ...deep, `--b${i}--`];
    const nested = parseMessage(lines(...HEADER, ...deep));
    expect(nested.attachments[0]?.content.toString()).toContain('bottom');
    const parts = Array.from({ length: 10_050 }, (_, i) => ['Content-Type: application/x-a', '', `body ${i}`]);
    const many = parseMessage(multipart('mixed', ...parts));
    expect(many.attachments).toHaveLength(10_001);
    expect(many.attachments.at(-1)?.content.toString()).toContain('body 10049');
  });
});

describe('parseMessage: protected and machine-readable parts', () => {
  it('shows PGP and S/MIME as what they are', () => {
    const armour = '-----BEGIN PGP MESSAGE-----\n\nabc\n-----END PGP MESSAGE-----';
    expect(parseMessage(plain(armour)).encrypted).toBe('pgp');
    expect(parseMessage(plain('x', 'Content-Type: application/pkcs7-mime; smime-type=enveloped-data')).encrypted).toBe(
      'smime',
    );
    const raw = lines(
      ...HEADER,
      'Content-Type: multipart/signed; protocol="application/pgp-signature"; boundary=b',
      '',
      '--b',
      '',
      'Hello',
      '--b',
      'Content-Type: application/pgp-signature',
      '',
      'sig',
      '--b--',
    );
    expect(parseMessage(raw)).toMatchObject({ signed: 'pgp', text: 'Hello', attachments: [{ inline: true }] });
  });

  it('reads the text inside a clear signature', () => {
    const signed =
      '-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nHello\n- -- \nJo\n-----BEGIN PGP SIGNATURE-----\n\nabc\n-----END PGP SIGNATURE-----\n';
    expect(parseMessage(plain(signed))).toMatchObject({ text: 'Hello\n-- \nJo', signed: 'pgp' });
  });

  it('reads an invitation', () => {
    const calendar = [
      'Content-Type: text/calendar; method=REQUEST; charset=utf-8',
      '',
      'BEGIN:VCALENDAR',
      'BEGIN:VEVENT',
      'UID:1',
      'SUMMARY:Visit\\, factory',
      'DTSTART;TZID="Asia/Shanghai":20260305T140000',
      'ORGANIZER;CN=Jo:mailto:jo@b.example',
      'END:VEVENT',
      'END:VCALENDAR',
    ];
    expect(parseMessage(multipart('alternative', text('Come'), calendar)).calendar).toEqual({
      method: 'REQUEST',
      summary: 'Visit, factory',
      uid: '1',
      start: '20260305T140000 Asia/Shanghai',
      end: '',
      organizer: 'jo@b.example',
    });
  });
});
