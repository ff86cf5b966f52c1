import type { StoreKey } from '../demo-types.ts';
import type { DemoAttachment, TransferEncoding } from './mime-part.ts';

export interface Correspondent {
  name: string;
  address: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** Offset the mail program writes into Date, such as +0100. */
  offset: string;
}

export type MailClient =
  | 'gmail'
  | 'outlook'
  | 'outlookMobile'
  | 'apple'
  | 'iphone'
  | 'thunderbird'
  | 'yahoo'
  | 'qq'
  | 'netease'
  | 'yandex'
  | 'mailru'
  | 'webmail';

/** An answer of ours written before the demo begins: known only from the quote under the buyer's mail. */
export interface EarlierAnswer {
  text: string;
  hoursAgo: number;
}

export interface ForwardedLetter {
  from: string;
  to: string;
  subject: string;
  hoursAgo: number;
  text: string;
}

/** One mail of a buyer, before it is written as MIME. */
export interface Letter {
  key: string;
  store: StoreKey;
  from: Correspondent;
  language: string | null;
  subject: string;
  /** Without quote; lines are joined by \n. */
  text: string;
  /** Set apart the way the mail program does it. */
  signature?: string;
  /** What it shows, for the log of the demo. */
  note: string;
  client?: MailClient;
  /** Default: what the mail program usually sends. */
  form?: 'plain' | 'html' | 'alternative';
  charset?: string;
  /** Null leaves the charset out, a name lies about it. */
  statedCharset?: string | null;
  transfer?: TransferEncoding;
  /** Age of the Date header; the arrival is now. */
  hoursAgo?: number;
  /** Key of the letter this one follows: In-Reply-To, References and the quote. */
  follows?: string;
  /** The letter quotes our answer instead of the letter it follows. */
  earlierAnswer?: EarlierAnswer;
  /** False: the thread is known from the headers alone. */
  isQuoting?: boolean;
  forwards?: ForwardedLetter;
  attachments?: DemoAttachment[];
  /** Shown inside the HTML body, after the text. */
  pictures?: DemoAttachment[];
  cc?: string;
  headers?: string[];
  rightToLeft?: boolean;
}

/** Paragraphs parted by an empty line; a paragraph may hold single line breaks. */
export const paragraphs = (...texts: string[]): string => texts.join('\n\n');
/** Lines that belong together. */
export const lines = (...texts: string[]): string => texts.join('\n');
