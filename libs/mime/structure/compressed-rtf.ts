// Dictionary that every compressor starts with (MS-OXRTFCP §2.1.2.1).
const DICTIONARY =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx';
const COMPRESSED = 0x75465a4c;
const UNCOMPRESSED = 0x414c454d;
const WINDOW = 4096;
const MAX_RTF = 20_000_000;

/** Rich text out of the compressed form that Outlook keeps (MS-OXRTFCP); null when the bytes are no such thing. */
export function decompressRtf(bytes: Buffer): Buffer | null {
  if (bytes.length < 16) return null;
  const rawSize = Math.min(bytes.readUInt32LE(4), MAX_RTF);
  const kind = bytes.readUInt32LE(8);
  if (kind === UNCOMPRESSED) return bytes.subarray(16, 16 + rawSize);
  if (kind !== COMPRESSED) return null;
  const window = Buffer.alloc(WINDOW, ' ');
  let write = window.write(DICTIONARY, 'latin1');
  const out = Buffer.alloc(rawSize);
  let o = 0;
  const put = (byte: number) => {
    window[write] = byte;
    write = (write + 1) % WINDOW;
    if (o < rawSize) out[o++] = byte;
  };
  for (let at = 16; at < bytes.length && o < rawSize; ) {
    const control = bytes[at++] as number;
    for (let bit = 0; bit < 8 && at < bytes.length; bit++) {
      if ((control & (1 << bit)) === 0) {
        put(bytes[at++] as number);
        continue;
      }
      if (at + 1 >= bytes.length) return out.subarray(0, o);
      const token = bytes.readUInt16BE(at);
      at += 2;
      const offset = token >> 4;
      if (offset === write) return out.subarray(0, o);
      for (let i = 0; i < (token & 15) + 2; i++) put(window[(offset + i) % WINDOW] as number);
    }
  }
  return out.subarray(0, o);
}
