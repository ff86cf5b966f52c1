// Just enough BER (X.690) to take the signed text out of a CMS SignedData (RFC 5652 §5.1): nothing is verified here.

interface Element {
  tag: number;
  /** First byte of the content. */
  start: number;
  end: number;
  /** First byte behind the element. */
  next: number;
}

const SEQUENCE = 0x30;
const OCTET_STRING = 0x04;
const CONSTRUCTED_OCTET_STRING = 0x24;
const CONTEXT_0 = 0xa0;
const SIGNED_DATA = '2a864886f70d010702';
const MAX_DEPTH = 12;
const MAX_ELEMENTS = 200_000;

class BerReader {
  readonly #bytes: Buffer;
  #elements = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /** The element at `at`; null when the bytes are no BER. */
  read(at: number, limit: number, depth = 0): Element | null {
    const bytes = this.#bytes;
    if (at + 2 > limit || depth > MAX_DEPTH || ++this.#elements > MAX_ELEMENTS) return null;
    const tag = bytes[at] as number;
    const first = bytes[at + 1] as number;
    if (first < 0x80) return this.#within({ tag, start: at + 2, end: at + 2 + first, next: at + 2 + first }, limit);
    if (first === 0x80) return this.#indefinite(tag, at + 2, limit, depth);
    const count = first & 0x7f;
    if (count > 5 || at + 2 + count > limit) return null;
    const length = bytes.readUIntBE(at + 2, count);
    const start = at + 2 + count;
    return this.#within({ tag, start, end: start + length, next: start + length }, limit);
  }

  children(parent: Element, depth = 0): Element[] {
    const found: Element[] = [];
    for (let at = parent.start; at < parent.end; ) {
      const child = this.read(at, parent.end, depth);
      if (!child) break;
      found.push(child);
      at = child.next;
    }
    return found;
  }

  /** Content of an octet string, its pieces joined where it was sent in several. */
  octets(element: Element, depth = 0): Buffer | null {
    if (element.tag === OCTET_STRING) return this.#bytes.subarray(element.start, element.end);
    if (element.tag !== CONSTRUCTED_OCTET_STRING || depth > MAX_DEPTH) return null;
    const pieces = this.children(element, depth + 1).map((child) => this.octets(child, depth + 1));
    return Buffer.concat(pieces.filter((piece) => piece !== null));
  }

  hex(element: Element): string {
    return this.#bytes.toString('hex', element.start, Math.min(element.end, element.start + 40));
  }

  #within(element: Element, limit: number): Element | null {
    return element.end <= limit ? element : null;
  }

  // Content up to the two zero bytes at its own level.
  #indefinite(tag: number, start: number, limit: number, depth: number): Element | null {
    let at = start;
    while (at + 2 <= limit) {
      if (this.#bytes[at] === 0 && this.#bytes[at + 1] === 0) return { tag, start, end: at, next: at + 2 };
      const child = this.read(at, limit, depth + 1);
      if (!child) return null;
      at = child.next;
    }
    return null;
  }
}

/** The MIME entity inside an opaque S/MIME signature (RFC 8551 §3.5.2); null when the bytes are anything else. */
export function signedContent(bytes: Buffer): Buffer | null {
  const reader = new BerReader(bytes);
  const outer = reader.read(0, bytes.length);
  if (outer?.tag !== SEQUENCE) return null;
  const [type, wrapped] = reader.children(outer);
  if (!type || !wrapped || reader.hex(type) !== SIGNED_DATA || wrapped.tag !== CONTEXT_0) return null;
  const signedData = reader.children(wrapped)[0];
  const content = signedData && reader.children(signedData).find((element) => element.tag === SEQUENCE);
  const explicit = content && reader.children(content).find((element) => element.tag === CONTEXT_0);
  const octets = explicit && reader.children(explicit)[0];
  const found = octets ? reader.octets(octets) : null;
  return found && found.length > 0 ? found : null;
}
