import { describe, expect, it } from '@jest/globals';
import { parseMessage } from '../parse-message.ts';
import { decompressRtf } from './compressed-rtf.ts';
import { signedContent } from './signed-data.ts';
import { readTnef } from './tnef.ts';

const u16 = (value: number) => {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
};
const u32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
const padded = (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
const attribute = (level: number, id: number, data: Buffer) =>
  Buffer.concat([Buffer.from([level]), u32(id), u32(data.length), data, u16(0)]);
const variable = (type: number, id: number, data: Buffer) =>
  Buffer.concat([u16(type), u16(id), u32(1), u32(data.length), padded(data)]);
const properties = (...list: Buffer[]) => Buffer.concat([u32(list.length), ...list]);
const tnef = (...attributes: Buffer[]) =>
  Buffer.concat([u32(0x223e9f78), u16(1), attribute(1, 0x69007, u32(1251)), ...attributes]);
const unicode = (text: string) => Buffer.from(`${text}\0`, 'utf16le');

const SAMPLE = tnef(
  attribute(
    1,
    0x69003,
    properties(
      variable(0x1f, 0x1000, unicode('Plain body')),
      Buffer.concat([u16(3), u16(0x17), u32(1)]),
      variable(0x102, 0x1013, Buffer.from('<p>Дом</p>')),
    ),
  ),
  attribute(2, 0x69002, Buffer.alloc(14)),
  attribute(2, 0x18010, Buffer.from('KOROTK~1.PDF\0')),
  attribute(2, 0x6800f, Buffer.from('pdf')),
  attribute(
    2,
    0x69005,
    properties(
      variable(0x1f, 0x3707, unicode('Чертёж двери.pdf')),
      variable(0x1e, 0x370e, Buffer.from('application/pdf\0')),
    ),
  ),
  attribute(2, 0x69002, Buffer.alloc(14)),
  attribute(2, 0x18010, Buffer.from([0xe4, 0xe2, 0xe5, 0xf0, 0xfc, 0x2e, 0x6a, 0x70, 0x67, 0])),
  attribute(2, 0x6800f, Buffer.from('jpg')),
);

describe('winmail.dat (MS-OXTNEF)', () => {
  it('gives its files with their long names, and its body', () => {
    const content = readTnef(SAMPLE);
    expect(content?.files.map((f) => [f.name, f.type, f.content.toString()])).toEqual([
      ['Чертёж двери.pdf', 'application/pdf', 'pdf'],
      ['дверь.jpg', '', 'jpg'],
    ]);
    expect(content?.text).toBe('Plain body');
  });

  it('is opened in its message', () => {
    const head =
      'From: a@b.example\r\nContent-Type: application/ms-tnef; name="winmail.dat"\r\nContent-Transfer-Encoding: base64\r\n\r\n';
    const mail = parseMessage(Buffer.from(head + SAMPLE.toString('base64')));
    expect(mail.text).toBe('Plain body');
    expect(mail.attachments.map((a) => [a.name, a.type])).toEqual([
      ['Чертёж двери.pdf', 'application/pdf'],
      ['дверь.jpg', 'image/jpeg'],
    ]);
  });

  it('is kept as a file where it is damaged, and never throws', () => {
    const mail = parseMessage(Buffer.from('Content-Type: application/ms-tnef; name=winmail.dat\n\nno tnef'));
    expect(mail.attachments).toMatchObject([{ name: 'winmail.dat' }]);
    expect(mail.warnings).toContain('winmail.dat could not be opened');
    for (let length = 0; length < SAMPLE.length; length++) readTnef(SAMPLE.subarray(0, length));
    for (let i = 0; i < SAMPLE.length; i++) {
      const broken = Buffer.from(SAMPLE);
      broken[i] = 0xff;
      readTnef(broken);
    }
  });

  it('opens compressed rich text (MS-OXRTFCP, the example of §3.1)', () => {
    const compressed = Buffer.from(
      '2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0'.replace(
        /\s/g,
        '',
      ),
      'hex',
    );
    expect(decompressRtf(compressed)?.toString('latin1')).toBe('{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n');
    expect(decompressRtf(Buffer.from('nothing'))).toBeNull();
  });
});

const der = (tag: number, ...content: Buffer[]) => {
  const body = Buffer.concat(content);
  const length =
    body.length < 128 ? Buffer.from([body.length]) : Buffer.from([0x82, body.length >> 8, body.length & 255]);
  return Buffer.concat([Buffer.from([tag]), length, body]);
};
const indefinite = (tag: number, ...content: Buffer[]) =>
  Buffer.concat([Buffer.from([tag, 0x80]), ...content, Buffer.from([0, 0])]);
const OID_SIGNED = Buffer.from('06092a864886f70d010702', 'hex');
const OID_DATA = Buffer.from('06092a864886f70d010701', 'hex');
const ENTITY = 'Content-Type: text/plain; charset=utf-8\r\n\r\nSigned words';

describe('opaque S/MIME signatures (RFC 5652)', () => {
  const signed = der(
    0x30,
    OID_SIGNED,
    der(
      0xa0,
      der(
        0x30,
        der(2, Buffer.from([1])),
        der(0x31),
        der(0x30, OID_DATA, der(0xa0, der(4, Buffer.from(ENTITY)))),
        der(0x31),
      ),
    ),
  );
  const pieces = indefinite(
    0x30,
    OID_SIGNED,
    indefinite(
      0xa0,
      indefinite(
        0x30,
        der(2, Buffer.from([1])),
        der(0x31),
        indefinite(
          0x30,
          OID_DATA,
          indefinite(
            0xa0,
            indefinite(0x24, der(4, Buffer.from(ENTITY.slice(0, 20))), der(4, Buffer.from(ENTITY.slice(20)))),
          ),
        ),
      ),
    ),
  );

  it('give their content, in DER and in BER pieces', () => {
    expect(signedContent(signed)?.toString()).toBe(ENTITY);
    expect(signedContent(pieces)?.toString()).toBe(ENTITY);
    expect(signedContent(Buffer.from('nothing'))).toBeNull();
    for (let length = 0; length < pieces.length; length++) signedContent(pieces.subarray(0, length));
  });

  it('are read like any signed message', () => {
    const head =
      'From: a@b.example\r\nContent-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m\r\nContent-Transfer-Encoding: base64\r\n\r\n';
    const mail = parseMessage(Buffer.from(head + signed.toString('base64')));
    expect(mail).toMatchObject({
      text: 'Signed words',
      signed: 'smime',
      encrypted: null,
      attachments: [{ name: 'smime.p7m' }],
    });
  });
});
