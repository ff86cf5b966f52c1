import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseMessage } from './parse-message.ts';

/** The specification wants 2 s; this is far above it for busy machines. Work that grows with the square of the input would take hours. */
const LIMIT_MS = 20_000;
const MB = 1024 * 1024;
const fill = (unit: string, size: number) => unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
const field = (name: string, value: string) =>
  Buffer.from(`From: a@b.example\r\n${name}: ${value}\r\n\r\nHello`, 'latin1');
const body = (type: string, content: string, more = '') =>
  Buffer.from(`From: a@b.example\r\nContent-Type: ${type}\r\n${more}\r\n${content}`, 'latin1');

function timed(raw: Buffer): number {
  const started = performance.now();
  const mail = parseMessage(raw);
  expect(typeof mail.text).toBe('string');
  return performance.now() - started;
}

describe('hostile and broken input', () => {
  const units = [
    ' ',
    '(',
    '"',
    '"\\',
    '<',
    '=',
    '=?',
    '=?a?q?x',
    '?=41',
    ';',
    'a;',
    "n*0*=a'",
    'a,',
    '/',
    '\xe4',
    '\x1b$B',
    '[',
    ' <"(',
  ];

  it.each([
    'Subject',
    'From',
    'Content-Type',
    'Content-Disposition',
    'References',
    'Date',
    'Authentication-Results',
    'X-Failed-Recipients',
  ])('a %s of a megabyte', (name) => {
    const start =
      name === 'Content-Type'
        ? 'multipart/mixed; boundary=x; name='
        : name === 'Content-Disposition'
          ? 'attachment; filename='
          : '';
    for (const unit of units) expect(timed(field(name, start + fill(unit, MB)))).toBeLessThan(LIMIT_MS);
  });

  it.each<[string, () => Buffer]>([
    ['60 MB of text', () => body('text/plain; charset=utf-8', fill('Größe, 90 cm\r\n', 60 * MB))],
    ['60 MB of HTML', () => body('text/html', fill('<p>Lorem <b>ipsum</b></p>\r\n', 60 * MB))],
    [
      'a 60 MB attachment',
      () => body('application/pdf', fill(`${fill('AAAA', 76)}\r\n`, 60 * MB), 'Content-Transfer-Encoding: base64\r\n'),
    ],
    ['60 MB of line ends', () => Buffer.alloc(60 * MB, 10)],
    ['60 MB of header', () => Buffer.from(fill('X-A: b\r\n', 60 * MB))],
    ['20 MB of dashes', () => body('multipart/mixed; boundary=b', fill('--\n', 20 * MB))],
    ['400,000 parts', () => body('multipart/mixed; boundary=b', fill('--b\r\n\r\nx\r\n', 4 * MB))],
    [
      'nested multiparts',
      () =>
        body('multipart/mixed; boundary=b', fill('--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n', 4 * MB)),
    ],
    ['nested messages', () => body('message/rfc822', fill('Content-Type: message/rfc822\r\n\r\n', 4 * MB))],
    ['nested elements', () => body('text/html', fill('<div><b>', 4 * MB))],
    ['closing tags', () => body('text/html', fill('<div></b>', 4 * MB))],
    ['unfinished attributes', () => body('text/html', fill('<a href="', 4 * MB))],
    ['open comments', () => body('text/html', fill('<!--', 4 * MB))],
    ['list items', () => body('text/html', fill('<li>', 4 * MB))],
    ['a style of blanks', () => body('text/html', `<p style="${fill(' ', MB)}x">`)],
    ['begin lines', () => body('text/plain', fill('begin 644 x\n', 4 * MB))],
    [
      'a report without end',
      () =>
        body(
          'multipart/report; report-type=delivery-status; boundary=b',
          `--b\r\nContent-Type: message/delivery-status\r\n\r\n${fill('x\n', 4 * MB)}`,
        ),
    ],
    ['stray bytes in UTF-8', () => body('text/plain; charset=utf-8', fill('\xc3\xa9\xe9 ', 8 * MB))],
    ['8-bit text without a label', () => body('text/plain', fill('\xc4\xe3\xba\xc3', 8 * MB))],
  ])('%s', (_, make) => {
    expect(timed(make())).toBeLessThan(LIMIT_MS);
  });

  it('an empty message, and one of blanks', () => {
    for (const raw of ['', '\r\n', '\n\n\n', ' ', '\0', ':', '\ufeff']) {
      expect(parseMessage(Buffer.from(raw))).toMatchObject({ subject: '', from: [], attachments: [] });
    }
  });

  it('a view into a larger buffer', () => {
    const bytes = Buffer.from('xxSubject: ab\n\nbodyyy');
    expect(parseMessage(new Uint8Array(bytes.buffer, bytes.byteOffset + 2, bytes.length - 4))).toMatchObject({
      subject: 'ab',
      text: 'body',
    });
  });
});

describe('random messages', () => {
  const token = fc.constantFrom(
    'From: ',
    'To: ',
    'Subject: ',
    'Content-Type: ',
    'multipart/mixed',
    'multipart/alternative',
    'multipart/report',
    'text/plain',
    'text/html',
    'message/rfc822',
    'message/delivery-status',
    'application/ms-tnef',
    'application/pkcs7-mime',
    '; boundary=b',
    '; boundary="',
    '; charset=',
    'utf-7',
    'iso-2022-jp',
    'hz-gb-2312',
    'gb18030',
    '; name*0*=',
    "utf-8''%",
    '; format=flowed',
    'Content-Transfer-Encoding: ',
    'base64',
    'quoted-printable',
    'x-uuencode',
    '\r\n',
    '\n',
    '\r',
    '\n\n',
    '--b',
    '--b--',
    '=?utf-8?B?',
    '=?gbk?Q?',
    '?=',
    '=',
    '=C3',
    '<',
    '>',
    '"',
    '(',
    ')',
    '@',
    ',',
    ';',
    ':',
    ' ',
    '\t',
    '\0',
    '\x1b$B',
    '~{',
    '+A',
    'begin 644 a',
    'end',
    '<p style="',
    '<blockquote>',
    '</',
    '&#',
    'Action: failed',
    'a@b.example',
    'ÿ',
    '门',
  );
  const message = fc.oneof(
    fc.array(token, { maxLength: 60 }).map((parts) => Buffer.from(parts.join(''))),
    fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
  );

  it('never throw and never stall', () => {
    fc.assert(
      fc.property(message, (raw) => {
        expect(timed(raw)).toBeLessThan(LIMIT_MS);
      }),
      { numRuns: 1_000, interruptAfterTimeLimit: 5_000 },
    );
  });

  it('lose no attachment, whatever its bytes, name and place', () => {
    const files = fc.array(
      fc.record({ bytes: fc.uint8Array({ maxLength: 300 }), name: fc.stringMatching(/^[\p{L}\p{N}_ -]{1,30}$/u) }),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(files, fc.boolean(), (list, nested) => {
        const parts = list.map(({ bytes, name }) =>
          [
            'Content-Type: application/octet-stream',
            `Content-Disposition: attachment; filename*=utf-8''${encodeURIComponent(`${name}.bin`)}`,
            'Content-Transfer-Encoding: base64',
            '',
            Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n'),
          ].join('\r\n'),
        );
        const inner = `Content-Type: multipart/mixed; boundary=i\r\n\r\n${parts.map((p) => `--i\r\n${p}`).join('\r\n')}\r\n--i--`;
        const raw = nested ? `Content-Type: multipart/mixed; boundary=o\r\n\r\n--o\r\n${inner}\r\n--o--` : inner;
        const { attachments } = parseMessage(Buffer.from(raw));
        expect(attachments.map((a) => a.content.toString('hex'))).toEqual(
          list.map(({ bytes }) => Buffer.from(bytes).toString('hex')),
        );
        expect(attachments.map((a) => a.name)).toEqual(list.map(({ name }) => `${name}.bin`.trim()));
      }),
      { numRuns: 200 },
    );
  });
});
