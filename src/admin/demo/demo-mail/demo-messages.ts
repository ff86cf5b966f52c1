import { demoStores } from '../demo-stores.ts';
import type { DemoMail } from '../demo-types.ts';
import { faultyMail } from './faulty-mail.ts';
import type { Letter } from './letter.ts';
import { arabicLetters } from './letters-arabic.ts';
import { chineseLetters } from './letters-chinese.ts';
import { englishLetters } from './letters-english.ts';
import { europeanLetters } from './letters-european.ts';
import { frenchLetters } from './letters-french.ts';
import { germanLetters } from './letters-german.ts';
import { japaneseAndKoreanLetters } from './letters-japanese-korean.ts';
import { otherLetters } from './letters-other.ts';
import { portugueseLetters } from './letters-portuguese.ts';
import { russianLetters } from './letters-russian.ts';
import { spanishLetters } from './letters-spanish.ts';
import { machineMail } from './machine-mail.ts';
import { marketplaceMail } from './marketplace-mail.ts';
import type { SpecialMail } from './special-mail.ts';
import { writeLetter } from './write-letter.ts';

const letters: Letter[] = [
  ...frenchLetters,
  ...englishLetters,
  ...germanLetters,
  ...spanishLetters,
  ...portugueseLetters,
  ...arabicLetters,
  ...russianLetters,
  ...chineseLetters,
  ...japaneseAndKoreanLetters,
  ...europeanLetters,
  ...otherLetters,
];
const special: SpecialMail[] = [...marketplaceMail, ...machineMail, ...faultyMail];

/** What is seen first: the two leading stories and as many scripts as one screen holds. */
const firstKeys = [
  'perrenoud-milk-hatch',
  'okonkwo-iron-plate',
  'krueger-din',
  'wang-trade',
  'otaibi-villa',
  'amazon-us-missing-hinge',
  'yamamoto-entrance',
  'castellanos-armoured',
  'kuznetsov-steel',
  'lefebvre-delivery',
  'oliveira-frames',
  'bianchi-armoured',
  'weissmann-transport',
  'kim-hanok',
  'mwangi-swahili',
  'valdivia-late',
  'yilmaz-flat-doors',
  'whitaker-prehung',
  'kowalska-flat',
  'jubouri-digits',
  'pemberton-scratched',
  'tran-vietnam',
  'perrenoud-picture',
  'okonkwo-opening',
  'bounce-user-unknown',
];
const FIRST_MS = 8000;
const LAST_MS = 55_000;
const TWICE = 'diallo-steel';

type Undated = Omit<DemoMail, 'afterMs'>;

function fromLetter(letter: Letter, box: ReadonlyMap<string, Letter>, now: Date): Undated {
  const { key, language, subject, note } = letter;
  return {
    key,
    raw: writeLetter(letter, box, now),
    envelopeFrom: letter.from.address,
    envelopeTo: addressOf(letter.store),
    note,
    language,
    subject,
  };
}

function fromSpecial(mail: SpecialMail, now: Date): Undated {
  const { key, envelopeFrom, language, subject, note } = mail;
  return { key, raw: mail.write(now), envelopeFrom, envelopeTo: addressOf(mail.store), note, language, subject };
}

const addressOf = (key: Letter['store']) => demoStores.find((store) => store.key === key)!.senderAddress;

/**
 * Takes turns between the sources, so that neighbours differ in language; inside one source the order stays, so that
 * an answer never comes before what it answers.
 */
function interleaved(mails: Undated[], groups: string[][]): Undated[] {
  const byKey = new Map(mails.map((mail) => [mail.key, mail]));
  const longest = Math.max(...groups.map((group) => group.length));
  const order: Undated[] = [];
  for (let i = 0; i < longest; i += 1) {
    for (const group of groups) {
      const mail = byKey.get(group[i] ?? '');
      if (mail) order.push(mail);
    }
  }
  return order;
}

/**
 * The mail of the demo as real MIME bytes, in order of arrival: 25 within the first eight seconds, the rest spread over the
 * minute. Dates in the headers lie up to two days back, the arrival is now. Everybody in it is invented; the same `now` gives
 * the same bytes, and Message-IDs never change.
 */
export function demoMessages(now: Date): DemoMail[] {
  const box = new Map(letters.map((letter) => [letter.key, letter]));
  const mails = [
    ...letters.map((letter) => fromLetter(letter, box, now)),
    ...special.map((mail) => fromSpecial(mail, now)),
  ];
  const isLater = (key: string) => !firstKeys.includes(key);
  const groups = [
    frenchLetters,
    germanLetters,
    spanishLetters,
    arabicLetters,
    englishLetters,
    chineseLetters,
    russianLetters,
    europeanLetters,
  ];
  const rest = [portugueseLetters, japaneseAndKoreanLetters, otherLetters, marketplaceMail, machineMail, faultyMail];
  const keys = [...groups, ...rest].map((group: readonly { key: string }[]) =>
    group.map((mail) => mail.key).filter(isLater),
  );
  const first = firstKeys.map((key) => mails.find((mail) => mail.key === key)!);
  const later = interleaved(mails, keys);
  const again = mails.find((mail) => mail.key === TWICE)!;
  later.push({ ...again, key: `${TWICE}-again`, note: 'The same message a second time: stays one message' });
  const gap = (LAST_MS - FIRST_MS) / later.length;
  return [
    ...first.map((mail, i) => ({ ...mail, afterMs: Math.round((i * FIRST_MS) / first.length) })),
    ...later.map((mail, i) => ({ ...mail, afterMs: Math.round(FIRST_MS + (i + 1) * gap) })),
  ];
}
