import { decodeText } from '../decode/decode-text.ts';
import { decompressRtf } from './compressed-rtf.ts';

export interface TnefFile {
  name: string;
  type: string;
  contentId: string | null;
  content: Buffer;
}

export interface TnefContent {
  files: TnefFile[];
  /** Plain body, '' when the file holds none. */
  text: string;
  html: string | null;
}

const SIGNATURE = 0x223e9f78;
const MAX_ATTRIBUTES = 20_000;
const ATTRIBUTE = {
  body: 0x800c,
  codepage: 0x9007,
  messageProperties: 0x9003,
  renderData: 0x9002,
  title: 0x8010,
  data: 0x800f,
  attachment: 0x9005,
} as const;
const PROPERTY = {
  body: 0x1000,
  compressedRtf: 0x1009,
  html: 0x1013,
  displayName: 0x3001,
  dataBinary: 0x3701,
  fileName: 0x3704,
  longFileName: 0x3707,
  mimeTag: 0x370e,
  contentId: 0x3712,
} as const;
const FIXED_SIZES: Record<number, number> = {
  2: 2,
  3: 4,
  4: 4,
  5: 8,
  6: 8,
  7: 8,
  10: 4,
  11: 2,
  20: 8,
  64: 8,
  72: 16,
};
const STRING8 = 0x1e;
const UNICODE = 0x1f;
const OBJECT = 0x0d;
const BINARY = 0x102;
const MULTIPLE = 0x1000;

const padded = (length: number) => (length + 3) & ~3;

function nullEnd(text: string): string {
  const end = text.indexOf('\0');
  return end < 0 ? text : text.slice(0, end);
}

class PropertyReader {
  readonly values = new Map<number, Buffer | string>();
  readonly #data: Buffer;
  readonly #charset: string;
  #at = 4;

  constructor(data: Buffer, charset: string) {
    this.#data = data;
    this.#charset = charset;
    if (data.length >= 4) this.#readAll(Math.min(data.readUInt32LE(0), MAX_ATTRIBUTES));
  }

  text(id: number): string {
    const value = this.values.get(id);
    return typeof value === 'string' ? value : '';
  }

  binary(id: number): Buffer | null {
    const value = this.values.get(id);
    return Buffer.isBuffer(value) ? value : null;
  }

  #readAll(count: number): void {
    for (let i = 0; i < count && this.#at + 4 <= this.#data.length; i++) {
      const type = this.#data.readUInt16LE(this.#at);
      const id = this.#data.readUInt16LE(this.#at + 2);
      this.#at += 4;
      // Named properties (0x8000 and above) carry a GUID and a number or a name first.
      if (id >= 0x8000 && !this.#skipName()) return;
      if (!this.#readValues(type, id)) return;
    }
  }

  #u32(): number | null {
    if (this.#at + 4 > this.#data.length) return null;
    const value = this.#data.readUInt32LE(this.#at);
    this.#at += 4;
    return value;
  }

  #skipName(): boolean {
    this.#at += 16;
    const kind = this.#u32();
    const value = this.#u32();
    if (kind === null || value === null) return false;
    if (kind === 1) this.#at += padded(value);
    return this.#at <= this.#data.length;
  }

  #readValues(fullType: number, id: number): boolean {
    const type = fullType & ~MULTIPLE;
    const size = FIXED_SIZES[type];
    const variable = type === STRING8 || type === UNICODE || type === OBJECT || type === BINARY;
    if (size === undefined && !variable) return false;
    const count = variable || fullType & MULTIPLE ? this.#u32() : 1;
    if (count === null || count > MAX_ATTRIBUTES) return false;
    for (let i = 0; i < count; i++) {
      if (size !== undefined) this.#at += padded(size);
      else if (!this.#readVariable(type, id)) return false;
    }
    return this.#at <= this.#data.length;
  }

  #readVariable(type: number, id: number): boolean {
    const length = this.#u32();
    if (length === null || this.#at + length > this.#data.length) return false;
    const bytes = this.#data.subarray(this.#at, this.#at + length);
    this.#at += padded(length);
    if (this.values.has(id)) return true;
    if (type === UNICODE) this.values.set(id, nullEnd(bytes.toString('utf16le')));
    else if (type === STRING8) this.values.set(id, nullEnd(decodeText(bytes, this.#charset)));
    // An object begins with the 16 bytes of its interface id.
    else this.values.set(id, type === OBJECT ? bytes.subarray(16) : bytes);
    return true;
  }
}

interface OpenFile {
  title: string;
  data: Buffer | null;
  properties: PropertyReader | null;
}

function closeFile(file: OpenFile): TnefFile | null {
  const { properties } = file;
  const content = file.data?.length ? file.data : (properties?.binary(PROPERTY.dataBinary) ?? file.data);
  if (!content) return null;
  const name =
    properties?.text(PROPERTY.longFileName) ||
    file.title ||
    properties?.text(PROPERTY.fileName) ||
    properties?.text(PROPERTY.displayName) ||
    '';
  return {
    name,
    type: properties?.text(PROPERTY.mimeTag).toLowerCase() || '',
    contentId: properties?.text(PROPERTY.contentId) || null,
    content: Buffer.from(content),
  };
}

function htmlOf(properties: PropertyReader, charset: string): string | null {
  const value = properties.values.get(PROPERTY.html);
  if (value === undefined) return null;
  return typeof value === 'string' ? value : decodeText(value, charset);
}

/**
 * Opens winmail.dat (MS-OXTNEF): the files and the body that Outlook wrapped. Damaged files give what could be read.
 * @returns null when the bytes are no TNEF
 */
export function readTnef(bytes: Buffer): TnefContent | null {
  if (bytes.length < 6 || bytes.readUInt32LE(0) !== SIGNATURE) return null;
  const result: TnefContent = { files: [], text: '', html: null };
  let charset = 'windows-1252';
  let file: OpenFile | null = null;
  let rtf: Buffer | null = null;
  const close = () => {
    const done = file && closeFile(file);
    if (done) result.files.push(done);
  };
  let at = 6;
  for (let i = 0; i < MAX_ATTRIBUTES && at + 9 <= bytes.length; i++) {
    const id = bytes.readUInt32LE(at + 1) & 0xffff;
    const length = bytes.readUInt32LE(at + 5);
    const data = bytes.subarray(at + 9, Math.min(bytes.length, at + 9 + length));
    at += 9 + length + 2;
    if (id === ATTRIBUTE.codepage && data.length >= 4) charset = `cp${data.readUInt32LE(0)}`;
    else if (id === ATTRIBUTE.renderData) {
      close();
      file = { title: '', data: null, properties: null };
    } else if (id === ATTRIBUTE.body) result.text = nullEnd(decodeText(data, charset));
    else if (id === ATTRIBUTE.messageProperties) {
      const properties = new PropertyReader(data, charset);
      result.text ||= properties.text(PROPERTY.body);
      result.html ??= htmlOf(properties, charset);
      rtf ??= properties.binary(PROPERTY.compressedRtf);
    } else if (file && id === ATTRIBUTE.title) file.title = nullEnd(decodeText(data, charset));
    else if (file && id === ATTRIBUTE.data) file.data = data;
    else if (file && id === ATTRIBUTE.attachment) file.properties = new PropertyReader(data, charset);
  }
  close();
  // A body in rich text only is kept as a file: better opened elsewhere than lost.
  const rich = rtf && result.text === '' && result.html === null ? decompressRtf(rtf) : null;
  if (rich)
    result.files.push({ name: 'message.rtf', type: 'application/rtf', contentId: null, content: Buffer.from(rich) });
  return result;
}
