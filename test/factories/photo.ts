import { jpeg } from '../../src/admin/demo/demo-mail/jpeg.ts';

/** A segment of a JPEG: marker, length, content. */
const segment = (code: number, content: string | Buffer): Buffer => {
  const bytes = Buffer.isBuffer(content) ? content : Buffer.from(content, 'latin1');
  return Buffer.concat([Buffer.from([0xff, code, (bytes.length + 2) >> 8, (bytes.length + 2) & 255]), bytes]);
};

/** An Exif block, little-endian: the orientation, and a text where a camera writes place and owner. */
function exif(orientation: number, text: string): Buffer {
  const words = Buffer.from(`${text}\0`, 'latin1');
  const head = Buffer.alloc(38);
  head.write('II*\0', 0, 'latin1');
  head.writeUInt32LE(8, 4);
  head.writeUInt16LE(2, 8);
  head.writeUInt16LE(0x0112, 10);
  head.writeUInt16LE(3, 12);
  head.writeUInt32LE(1, 14);
  head.writeUInt16LE(orientation, 18);
  head.writeUInt16LE(0x010e, 22);
  head.writeUInt16LE(2, 24);
  head.writeUInt32LE(words.length, 26);
  head.writeUInt32LE(38, 30);
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), head, words]);
}

/** A real JPEG that can be decoded; with a secret in every place where a camera or program may write one. */
export function photo({
  width = 160,
  height = 240,
  secret = '',
  orientation = 1,
  shade = 120,
}: {
  width?: number;
  height?: number;
  secret?: string;
  orientation?: number;
  shade?: number;
} = {}): Buffer {
  const plain = jpeg({ width, height, at: (x, y) => [shade, (x * 7) % 256, (y * 3) % 256] });
  if (!secret) return plain;
  return Buffer.concat([
    plain.subarray(0, 2),
    segment(0xe1, exif(orientation, secret)),
    segment(0xe1, `http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>${secret}</x:xmpmeta>`),
    segment(0xed, `Photoshop 3.0\0${secret}`),
    segment(0xfe, secret),
    plain.subarray(2),
    Buffer.from(`behind the end: ${secret}`, 'latin1'),
  ]);
}
