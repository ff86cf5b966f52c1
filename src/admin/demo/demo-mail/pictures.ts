import { crc32, deflateSync } from 'node:zlib';

/** RGB of one pixel. */
type Color = readonly [number, number, number];
export interface Picture {
  width: number;
  height: number;
  at(x: number, y: number): Color;
}

const wall: Color = [226, 218, 204];
const wood: Color = [122, 84, 52];
const steel: Color = [92, 102, 112];
const dark: Color = [38, 34, 30];
const light: Color = [240, 238, 230];
const rust: Color = [168, 82, 40];
const glass: Color = [170, 205, 222];

const inside = (x: number, y: number, [left, top, width, height]: readonly [number, number, number, number]) =>
  x >= left && x < left + width && y >= top && y < top + height;

/** A farm door in its wall; with a hatch low in the leaf when asked for. */
export const doorPicture = (hatch: boolean): Picture => ({
  width: 160,
  height: 240,
  at(x, y) {
    if (hatch && inside(x, y, [66, 168, 34, 34])) return inside(x, y, [69, 171, 28, 28]) ? light : dark;
    if (inside(x, y, [104, 124, 6, 6])) return dark;
    if (inside(x, y, [40, 36, 80, 190])) return (x - 40) % 16 === 0 ? dark : wood;
    if (inside(x, y, [34, 30, 92, 200])) return light;
    return (x + y) % 23 === 0 ? light : wall;
  },
});

/** A steel leaf with a dent and rust along its lower edge. */
export const damagePicture: Picture = {
  width: 240,
  height: 160,
  at(x, y) {
    const distance = Math.hypot(x - 150, y - 70);
    if (distance < 22) return distance < 14 ? dark : light;
    if (y > 136 - ((x * 7) % 11)) return rust;
    return x % 60 === 0 ? light : steel;
  },
};

/** A window with misted panes. */
export const windowPicture: Picture = {
  width: 200,
  height: 160,
  at(x, y) {
    const isFrame = x < 12 || x > 187 || y < 12 || y > 147 || Math.abs(x - 100) < 6;
    if (isFrame) return light;
    return (x * 5 + y * 3) % 17 < 4 ? light : glass;
  },
};

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** Picture as PNG, 8-bit RGB without filters (ISO/IEC 15948). */
export function png(picture: Picture): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(picture.width, 0);
  head.writeUInt32BE(picture.height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const rows: number[] = [];
  for (let y = 0; y < picture.height; y += 1) {
    rows.push(0);
    for (let x = 0; x < picture.width; x += 1) rows.push(...picture.at(x, y));
  }
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.from(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
