import { crc32, deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { cleanPicture } from './clean-picture.ts';

const secret = 'GPS 46.45N 5.93E Marcelin';
const segment = (code: number, content: Buffer | string): Buffer => {
  const bytes = Buffer.isBuffer(content) ? content : Buffer.from(content, 'latin1');
  return Buffer.concat([Buffer.from([0xff, code, (bytes.length + 2) >> 8, (bytes.length + 2) & 255]), bytes]);
};
/** Exif of a big-endian camera. */
const exif = (orientation: number): Buffer => {
  const head = Buffer.alloc(22);
  head.write('MM\0*', 0, 'latin1');
  head.writeUInt32BE(8, 4);
  head.writeUInt16BE(1, 8);
  head.writeUInt16BE(0x0112, 10);
  head.writeUInt16BE(3, 12);
  head.writeUInt32BE(1, 14);
  head.writeUInt16BE(orientation, 18);
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), head, Buffer.from(secret)]);
};
const frame = segment(0xc2, Buffer.from([8, 0, 240, 0, 160, 1, 1, 0x11, 0]));
const scan = segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0]));
/** Two scans, as a progressive picture has them; stuffed bytes and a restart stand in the data. */
const data = Buffer.concat([scan, Buffer.from([1, 0xff, 0, 2, 0xff, 0xd0, 3]), scan, Buffer.from([4, 5])]);
const jpeg = (...extra: Buffer[]): Buffer =>
  Buffer.concat([Buffer.from([0xff, 0xd8]), ...extra, frame, data, Buffer.from([0xff, 0xd9]), Buffer.from(secret)]);

const chunk = (kind: string, content: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};
const head = Buffer.from([0, 0, 0, 3, 0, 0, 0, 2, 8, 0, 0, 0, 0]);
const png = (...extra: Buffer[]): Buffer =>
  Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    ...extra,
    chunk('IDAT', deflateSync(Buffer.alloc(8))),
    chunk('IEND', Buffer.alloc(0)),
    Buffer.from(secret),
  ]);

describe('a picture without what was written into it', () => {
  it('has no place, no owner, no comment and nothing behind its end', () => {
    const found = cleanPicture(
      jpeg(
        segment(0xe0, 'JFIF\0\x01\x01\0\0\x01\0\x01\0\0'),
        segment(0xe1, exif(1)),
        segment(0xe1, `http://ns.adobe.com/xap/1.0/\0${secret}`),
        segment(0xe2, `ICC_PROFILE\0\x01\x01profile`),
        segment(0xe2, `MPF\0${secret}`),
        segment(0xfe, secret),
      ),
    )!;
    expect(found).toMatchObject({ type: 'image/jpeg', width: 160, height: 240 });
    expect(found.bytes.toString('latin1')).not.toContain('Marcelin');
    expect(found.bytes.toString('latin1')).toContain('ICC_PROFILE');
    expect(found.bytes.includes(data)).toBe(true);
    expect(found.bytes.toString('latin1')).not.toContain('Exif');
  });

  it('is still turned as it was', () => {
    const found = cleanPicture(jpeg(segment(0xe1, exif(6))))!;
    expect(found.bytes.toString('latin1')).not.toContain('Marcelin');
    expect(cleanPicture(found.bytes)!.bytes).toEqual(found.bytes);
    expect(found.bytes.includes(Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6]))).toBe(true);
  });

  it('is read as PNG too', () => {
    const found = cleanPicture(
      png(
        chunk('tEXt', Buffer.from(`Author\0${secret}`)),
        chunk('eXIf', Buffer.from(secret)),
        chunk('gAMA', Buffer.alloc(4)),
      ),
    )!;
    expect(found).toMatchObject({ type: 'image/png', width: 3, height: 2 });
    expect(found.bytes).toEqual(png(chunk('gAMA', Buffer.alloc(4))).subarray(0, found.bytes.length));
    expect(found.bytes.toString('latin1')).not.toContain('Marcelin');
  });

  it('is none where the bytes are not a picture', () => {
    for (const other of ['', 'GIF89a', '<svg onload="alert(1)">', '\xff\xd8\xff', '\x89PNG\r\n\x1a\n'])
      expect(cleanPicture(Buffer.from(other, 'latin1'))).toBeNull();
    expect(cleanPicture(jpeg().subarray(0, 12))).toBeNull();
  });

  it('never throws, whatever the bytes', () => {
    const [good, other] = [jpeg(segment(0xe1, exif(3))), png()];
    fc.assert(
      fc.property(fc.constantFrom(good, other), fc.nat(), fc.nat(255), fc.nat(), (bytes, at, value, cut) => {
        const broken = Buffer.from(bytes.subarray(0, cut % (bytes.length + 1)));
        if (broken.length > 0) broken[at % broken.length] = value;
        const found = cleanPicture(broken);
        expect(found === null || found.bytes.length > 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
