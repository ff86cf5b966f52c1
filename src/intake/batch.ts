import type { Reason } from '../../libs/contracts/index.ts';
import type { KnownContact } from '../contacts/index.ts';
import type { CountryDecision, LanguageDecision } from './decide.ts';
import type { ReadMail } from './read-mail.ts';

/** A received message on its way through intake. */
export interface Claimed {
  id: string;
  channelId: string;
  storeId: string | null;
  storeLanguages: string[];
  storeCountry: string | null;
  size: number;
  raw: Buffer | null;
  envelopeTo: string[];
  isHistory: boolean;
  receivedAt: Date;
}

export interface Read extends Claimed {
  /** Null when it could not be read; it becomes a ticket that says so. */
  mail: ReadMail | null;
  fault: string | null;
}

interface Kept {
  item: Read;
  messageId: string;
  ticketId: string;
  contact: KnownContact | null;
  language: LanguageDecision;
  country: CountryDecision;
  /** Its order, where the number is certain or such an order is known. */
  orderId: string | null;
  /** `out`: written by ourselves, found in an old sent folder. */
  direction: 'in' | 'out';
  reason: Reason;
  /** Message-ID of our own message that this one reports on. */
  reportedHeader: string | null;
}
export type Opened = Kept & { kind: 'open'; followUpOf: string | null };
export type Appended = Kept & {
  kind: 'append';
  /** It was done with, and is not any more. */
  reopens: boolean;
  /** A person waits for an answer again. */
  isAwake: boolean;
};
export type Outcome = { kind: 'ignore'; item: Read; reason: string } | Opened | Appended;
