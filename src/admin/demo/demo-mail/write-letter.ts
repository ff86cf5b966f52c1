import { createHash } from 'node:crypto';
import { DateTime, FixedOffsetZone } from 'luxon';
import { demoStores } from '../demo-stores.ts';
import { htmlOf } from './html-letter.ts';
import type { Letter, MailClient } from './letter.ts';
import { displayName, encodedWords, type FileNameStyle, flowed } from './mime-encoding.ts';
import { filePart, type MimePart, multipart, type TransferEncoding, textPart, wholeMessage } from './mime-part.ts';
import { forwardedInText, type Quote, quoteInText } from './quoting.ts';

interface Manner {
  form: 'plain' | 'html' | 'alternative';
  transfer: TransferEncoding;
  words: 'B' | 'Q';
  fileNames: FileNameStyle;
  program: string[];
}

const manner = (
  form: Manner['form'],
  transfer: TransferEncoding,
  words: Manner['words'],
  fileNames: FileNameStyle,
  ...program: string[]
): Manner => ({
  form,
  transfer,
  words,
  fileNames,
  program,
});

/** How each program usually writes. */
const manners: Record<MailClient, Manner> = {
  gmail: manner('alternative', 'quoted-printable', 'Q', 'rfc2231'),
  outlook: manner(
    'alternative',
    'quoted-printable',
    'Q',
    'encodedWord',
    'X-Mailer: Microsoft Outlook 16.0',
    'Content-Language: en-us',
  ),
  outlookMobile: manner('html', 'quoted-printable', 'B', 'encodedWord', 'X-Mailer: Outlook for iOS and Android'),
  apple: manner('alternative', 'quoted-printable', 'Q', 'rfc2231', 'X-Mailer: Apple Mail (2.3774.600.62)'),
  iphone: manner('plain', 'quoted-printable', 'B', 'rfc2231', 'X-Mailer: iPhone Mail (22B91)'),
  thunderbird: manner('plain', '8bit', 'B', 'rfc2231', 'User-Agent: Mozilla Thunderbird'),
  yahoo: manner('alternative', 'base64', 'B', 'rfc2231', 'X-Mailer: WebService/1.1.22806 YMailNorrin'),
  qq: manner('alternative', 'base64', 'B', 'encodedWord', 'X-Mailer: QQMail 2.x', 'X-QQ-MIME: TCMime 1.0 by Tencent'),
  netease: manner('alternative', 'base64', 'B', 'encodedWord', 'X-Mailer: Coremail Webmail Server Version XT5.0.14'),
  yandex: manner('html', 'base64', 'B', 'rfc2231', 'X-Mailer: Yamail [ http://yandex.ru ] 5.0'),
  mailru: manner('alternative', 'base64', 'B', 'rfc2231', 'X-Mailer: Mail.Ru Mailer 1.0'),
  webmail: manner('html', 'quoted-printable', 'Q', 'encodedWord', 'X-Mailer: Roundcube Webmail/1.6.9'),
};

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const domainOf = (address: string) => address.slice(address.indexOf('@') + 1);

/** Message-ID of a letter, bare; the same on every run, so that a demo started twice over one database doubles nothing. */
export const messageIdOf = (letter: Letter): string =>
  `${hashOf(letter.key).slice(0, 28)}@mail.${domainOf(letter.from.address)}`;

export const storeOf = (letter: Letter) => demoStores.find((store) => store.key === letter.store)!;

const answerIdOf = (letter: Letter) =>
  `${hashOf(`answer to ${letter.key}`).slice(0, 28)}@${domainOf(storeOf(letter).senderAddress)}`;

/** Date header of a correspondent's clock (RFC 5322 §3.3). */
export function dateHeader(now: Date, hoursAgo: number, offset: string): string {
  return `Date: ${sentAt(now, hoursAgo, offset).setLocale('en-US').toFormat('ccc, dd LLL yyyy HH:mm:ss ZZZ')}`;
}

function sentAt(now: Date, hoursAgo: number, offset: string): DateTime {
  const minutes = Number(offset.slice(0, 3)) * 60 + Number(`${offset[0]}${offset.slice(3)}`);
  return DateTime.fromJSDate(now, { zone: FixedOffsetZone.instance(minutes) }).minus({ hours: hoursAgo });
}

/** Letters by key, so that one can follow another. */
export type Letterbox = ReadonlyMap<string, Letter>;

function parentOf(letter: Letter, box: Letterbox): Letter | null {
  if (!letter.follows) return null;
  const parent = box.get(letter.follows);
  if (!parent) throw new Error(`${letter.key} follows ${letter.follows}, which does not exist`);
  return parent;
}

function referencesOf(letter: Letter, box: Letterbox): string[] {
  const parent = parentOf(letter, box);
  if (!parent) return [];
  const chain = [...referencesOf(parent, box), messageIdOf(parent)];
  return letter.earlierAnswer ? [...chain, answerIdOf(parent)] : chain;
}

function quoteFor(letter: Letter, box: Letterbox, now: Date): Quote | null {
  const parent = parentOf(letter, box);
  if (!parent || letter.isQuoting === false) return null;
  const store = storeOf(letter);
  if (letter.earlierAnswer) {
    const at = sentAt(now, letter.earlierAnswer.hoursAgo, letter.from.offset);
    return {
      name: store.senderName,
      address: store.senderAddress,
      to: letter.from.name,
      subject: parent.subject,
      at,
      text: letter.earlierAnswer.text,
    };
  }
  const at = sentAt(now, parent.hoursAgo ?? 1, letter.from.offset);
  return {
    name: parent.from.name,
    address: parent.from.address,
    to: store.senderAddress,
    subject: parent.subject,
    at,
    text: parent.text,
  };
}

function forwardFor(letter: Letter, now: Date): Quote | null {
  const forwarded = letter.forwards;
  if (!forwarded) return null;
  const [name = '', address = ''] = forwarded.from.replace('>', '').split(' <');
  return {
    name,
    address,
    to: forwarded.to,
    subject: forwarded.subject,
    at: sentAt(now, forwarded.hoursAgo, letter.from.offset),
    text: forwarded.text,
  };
}

function plainOf(letter: Letter, quote: Quote | null, forwarded: Quote | null): string {
  const client = letter.client ?? 'gmail';
  const delimiter = client === 'gmail' || client === 'thunderbird' ? '\n\n-- \n' : '\n\n';
  const signature = letter.signature ? `${delimiter}${letter.signature}` : '';
  const below = quote ? `\n\n${quoteInText(quote, letter)}` : '';
  const tail = forwarded ? `\n\n${forwardedInText(forwarded, client, letter.language ?? 'en')}` : '';
  return `${letter.text}${signature}${below}${tail}`;
}

function bodyPart(letter: Letter, how: Manner, quote: Quote | null, forwarded: Quote | null): MimePart {
  const form = letter.form ?? how.form;
  const charset = letter.charset ?? 'utf-8';
  const options = { charset, statedCharset: letter.statedCharset, encoding: letter.transfer ?? how.transfer };
  const isFlowed = letter.client === 'thunderbird' && form === 'plain';
  const text = plainOf(letter, quote, forwarded);
  const plain = textPart('plain', isFlowed ? flowed(text) : text, { ...options, isFlowed });
  if (form === 'plain') return plain;
  const html = textPart('html', htmlOf(letter, quote, forwarded), options);
  const shown = form === 'html' ? html : multipart('alternative', [plain, html]);
  if (!letter.pictures) return shown;
  return multipart('related', [shown, ...letter.pictures.map((picture) => filePart(picture, how.fileNames, charset))]);
}

// Outlook's conversation index (MS-OXOMSG 2.2.1.3): 1 reserved byte, 5 of time, 16 of GUID; 5 more for each reply.
function threadIndex(letter: Letter, box: Letterbox): string {
  const parent = parentOf(letter, box);
  if (!parent)
    return Buffer.concat([
      Buffer.from('01dc5a0000', 'hex'),
      Buffer.from(hashOf(letter.key), 'hex').subarray(0, 17),
    ]).toString('base64');
  return Buffer.concat([
    Buffer.from(threadIndex(parent, box), 'base64'),
    Buffer.from(hashOf(letter.key), 'hex').subarray(0, 5),
  ]).toString('base64');
}

/** The whole message as bytes. */
export function writeLetter(letter: Letter, box: Letterbox, now: Date): Buffer {
  const how = manners[letter.client ?? 'gmail'];
  const store = storeOf(letter);
  const charset = letter.statedCharset ?? letter.charset ?? 'utf-8';
  const references = referencesOf(letter, box);
  const address = (name: string, mail: string) => `${displayName(name, charset, how.words)} <${mail}>`;
  const headers = [
    `From: ${address(letter.from.name, letter.from.address)}`,
    `To: ${address(store.senderName, store.senderAddress)}`,
    ...(letter.cc ? [`Cc: ${letter.cc}`] : []),
    `Subject: ${encodedWords(letter.subject, charset, how.words)}`,
    dateHeader(now, letter.hoursAgo ?? 1, letter.from.offset),
    `Message-ID: <${messageIdOf(letter)}>`,
    ...(references.length > 0
      ? [`In-Reply-To: <${references.at(-1)}>`, `References: ${references.map((id) => `<${id}>`).join('\r\n ')}`]
      : []),
    ...(letter.client === 'outlook' ? [`Thread-Index: ${threadIndex(letter, box)}`] : []),
    ...how.program,
    ...(letter.headers ?? []),
  ];
  const body = bodyPart(letter, how, quoteFor(letter, box, now), forwardFor(letter, now));
  const files = (letter.attachments ?? []).map((file) => filePart(file, how.fileNames, charset));
  return wholeMessage(headers, files.length > 0 ? multipart('mixed', [body, ...files]) : body);
}
