/**
 * A picture without what its camera or program wrote into it: place, time, device, names, comments, thumbnails, and
 * whatever was hung on behind its end. What the picture needs to look the same stays: colour profile and orientation.
 * Pure; nothing is decoded. Sources: ITU-T T.81 (JPEG), Exif 2.32, W3C PNG.
 */
export interface CleanPicture {
  bytes: Buffer;
  type: 'image/jpeg' | 'image/png';
  /** Pixels as stored; a turned picture is shown with both exchanged. */
  width: number;
  height: number;
}

/** @returns null where it is neither JPEG nor PNG, or broken */
export function cleanPicture(bytes: Buffer): CleanPicture | null {
  try {
    if (bytes.length > 4 && bytes.readUInt16BE(0) === 0xffd8) return cleanJpeg(bytes);
    if (bytes.subarray(0, 8).equals(pngSignature)) return cleanPng(bytes);
    return null;
  } catch (error) {
    // Read past the end: cut short.
    if ((error as { code?: string }).code?.startsWith('ERR_')) return null;
    throw error;
  }
}

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Chunks that make the picture; text, time, Exif and everything private are not among them. */
const pngKept = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'iCCP',
  'sBIT',
  'bKGD',
  'pHYs',
]);

function cleanPng(bytes: Buffer): CleanPicture | null {
  const kept: Buffer[] = [pngSignature];
  let size: { width: number; height: number } | null = null;
  for (let at = 8; ; ) {
    const length = bytes.readUInt32BE(at);
    const kind = bytes.toString('latin1', at + 4, at + 8);
    const end = at + 12 + length;
    if (end > bytes.length) return null;
    if (kind === 'IHDR') size = { width: bytes.readUInt32BE(at + 8), height: bytes.readUInt32BE(at + 12) };
    if (pngKept.has(kind)) kept.push(bytes.subarray(at, end));
    if (kind === 'IEND') break;
    at = end;
  }
  return size && size.width > 0 && size.height > 0 ? { bytes: Buffer.concat(kept), type: 'image/png', ...size } : null;
}

const marker = { end: 0xd9, scan: 0xda, app0: 0xe0, app1: 0xe1, app2: 0xe2, app14: 0xee, app15: 0xef, comment: 0xfe };
const isStandalone = (code: number): boolean => code === 0x01 || (code >= 0xd0 && code <= 0xd7);
/** Start of frame: all of C0 … CF but the tables and the reserved ones. */
const isFrame = (code: number): boolean => code >= 0xc0 && code <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(code);

function cleanJpeg(bytes: Buffer): CleanPicture | null {
  const kept: Buffer[] = [];
  let size: { width: number; height: number } | null = null;
  let orientation = 1;
  let hasScan = false;
  let at = 2;
  for (;;) {
    if (bytes.readUInt8(at) !== 0xff) return null;
    const code = bytes.readUInt8(at + 1);
    if (code === 0xff) {
      at += 1;
      continue;
    }
    if (code === marker.end) break;
    if (isStandalone(code)) {
      at += 2;
      continue;
    }
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end > bytes.length) return null;
    const segment = bytes.subarray(at, end);
    if (code === marker.app1) orientation = orientationOf(segment) ?? orientation;
    if (isFrame(code)) size = { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    if (isKept(code, segment)) kept.push(segment);
    at = end;
    if (code === marker.scan) {
      hasScan = true;
      const data = endOfScan(bytes, at);
      kept.push(bytes.subarray(at, data));
      at = data;
      // Cut short behind its data: what is there is shown.
      if (at >= bytes.length) break;
    }
  }
  if (!hasScan || !size || size.width === 0 || size.height === 0) return null;
  const start = Buffer.from([0xff, 0xd8]);
  const turned = orientation === 1 ? [] : [orientationSegment(orientation)];
  return {
    bytes: Buffer.concat([start, ...turned, ...kept, Buffer.from([0xff, 0xd9])]),
    type: 'image/jpeg',
    ...size,
  };
}

/** Tables and scans; of what programs add only JFIF, the colour profile and Adobe's colour transform. */
function isKept(code: number, segment: Buffer): boolean {
  if (code === marker.comment) return false;
  if (code < marker.app0 || code > marker.app15) return true;
  if (code === marker.app0) return segment.toString('latin1', 4, 9) === 'JFIF\0';
  if (code === marker.app2) return segment.toString('latin1', 4, 16) === 'ICC_PROFILE\0';
  return code === marker.app14 && segment.toString('latin1', 4, 9) === 'Adobe';
}

/** Where coded data end: at the next marker that is neither a restart nor a stuffed byte. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = from; at < bytes.length - 1; at += 1) {
    if (bytes[at] !== 0xff) continue;
    const next = bytes[at + 1]!;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}

/** Tag 0x0112 of the first directory: 1 … 8. */
function orientationOf(segment: Buffer): number | null {
  if (segment.toString('latin1', 4, 10) !== 'Exif\0\0') return null;
  const tiff = segment.subarray(10);
  if (tiff.length < 14) return null;
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (directory + 2 > tiff.length) return null;
  const count = Math.min(short(directory), Math.floor((tiff.length - directory - 2) / 12));
  for (let i = 0; i < count; i += 1) {
    const entry = directory + 2 + i * 12;
    if (short(entry) !== 0x0112) continue;
    const value = short(entry + 8);
    return value >= 1 && value <= 8 ? value : null;
  }
  return null;
}

/** An Exif segment that says how the picture is turned, and nothing else. */
function orientationSegment(orientation: number): Buffer {
  const segment = Buffer.alloc(36);
  segment.writeUInt16BE(0xffe1, 0);
  segment.writeUInt16BE(34, 2);
  segment.write('Exif\0\0MM\0*', 4, 'latin1');
  segment.writeUInt32BE(8, 14);
  segment.writeUInt16BE(1, 18);
  segment.writeUInt16BE(0x0112, 20);
  segment.writeUInt16BE(3, 22);
  segment.writeUInt32BE(1, 24);
  segment.writeUInt16BE(orientation, 28);
  return segment;
}
