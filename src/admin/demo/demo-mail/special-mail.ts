import type { StoreKey } from '../demo-types.ts';

/** A mail that no person's mail program wrote, or whose bytes are wrong on purpose: written whole. */
export interface SpecialMail {
  key: string;
  store: StoreKey;
  envelopeFrom: string;
  language: string | null;
  subject: string | null;
  note: string;
  write(now: Date): Buffer;
}
