import { decodeWords } from '../decode/encoded-words.ts';
import type { HeaderField, MailHeaders } from '../types.ts';

/** Read access by name with decoding on demand; see MailHeaders. */
export class HeaderFields implements MailHeaders {
  readonly fields: readonly HeaderField[];
  readonly #hint: string | null;
  readonly #byName = new Map<string, string[]>();

  constructor(fields: readonly HeaderField[], hint: string | null = null) {
    this.fields = fields;
    this.#hint = hint;
    for (const field of fields) {
      const key = field.name.toLowerCase();
      const values = this.#byName.get(key);
      if (values) values.push(field.value);
      else this.#byName.set(key, [field.value]);
    }
  }

  /** First raw value: unfolded, one character per byte. */
  raw(name: string): string | undefined {
    return this.#byName.get(name.toLowerCase())?.[0];
  }

  allRaw(name: string): readonly string[] {
    return this.#byName.get(name.toLowerCase()) ?? [];
  }

  get(name: string): string | undefined {
    const value = this.raw(name);
    return value === undefined ? undefined : decodeWords(value, this.#hint);
  }

  all(name: string): string[] {
    return this.allRaw(name).map((value) => decodeWords(value, this.#hint));
  }

  has(name: string): boolean {
    return this.#byName.has(name.toLowerCase());
  }

  /** Lower-case names of all fields. */
  names(): IterableIterator<string> {
    return this.#byName.keys();
  }
}
