import type { KnownContact } from '../contacts/index.ts';
import type { LanguageDecision } from './decide.ts';
import type { ReadMail } from './read-mail.ts';
import type { ThreadReason } from './thread-mail.ts';

/** A received message on its way through intake. */
export interface Claimed {
  id: string;
  channelId: string;
  storeId: string | null;
  storeLanguages: string[];
  storeCountry: string | null;
  sha256: Buffer;
  raw: Buffer | null;
  blobKey: string | null;
  envelopeTo: string[];
  isHistory: boolean;
  receivedAt: Date;
  attempts: number;
}

export interface Read extends Claimed {
  /** Null when it could not be read; it becomes a ticket that says so. */
  mail: ReadMail | null;
  fault: string | null;
}

export type Outcome =
  | { kind: 'ignore'; item: Read; reason: string }
  | {
      kind: 'open';
      item: Read;
      messageId: string;
      ticketId: string;
      contact: KnownContact | null;
      language: LanguageDecision;
      followUpOf: string | null;
    }
  | {
      kind: 'append';
      item: Read;
      messageId: string;
      ticketId: string;
      contact: KnownContact | null;
      language: LanguageDecision;
      by: ThreadReason;
      reopens: boolean;
      isAwake: boolean;
    };
