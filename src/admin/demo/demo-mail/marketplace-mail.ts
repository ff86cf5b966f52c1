import { demoStores } from '../demo-stores.ts';
import type { StoreKey } from '../demo-types.ts';
import { displayName, encodedWords } from './mime-encoding.ts';
import { multipart, textPart, wholeMessage } from './mime-part.ts';
import type { SpecialMail } from './special-mail.ts';
import { dateHeader } from './write-letter.ts';

const utf8 = { charset: 'utf-8', encoding: 'quoted-printable' } as const;

interface AmazonMessage {
  key: string;
  buyer: string;
  /** Relay alias; stable for one buyer and one shop. */
  alias: string;
  site: string;
  marketplaceId: string;
  offset: string;
  subject: string;
  language: string;
  order: string | null;
  product: string;
  asin: string;
  begin: string;
  end: string;
  text: string;
  note: string;
}

function amazon(message: AmazonMessage): SpecialMail {
  const from = `${message.alias}@marketplace.amazon.${message.site}`;
  const store = demoStores.find((s) => s.key === 'linguadoor')!;
  return {
    key: message.key,
    store: 'linguadoor',
    envelopeFrom: from,
    language: message.language,
    subject: message.subject,
    note: message.note,
    write(now) {
      const about = [
        ...(message.order ? [`Order: ${message.order}`] : []),
        `${message.product} [ASIN: ${message.asin}]`,
      ];
      const ruler = (word: string) => `------------- ${word} -------------`;
      const footer = `commMgrTok:A0${message.alias.toUpperCase()}`;
      const plain = [...about, '', ruler(message.begin), '', message.text, '', ruler(message.end), '', footer].join(
        '\n',
      );
      const html = `<html><body><p>${about.join('<br>')}</p><p>${ruler(message.begin)}</p><pre style="white-space:pre-wrap">${message.text}</pre><p>${ruler(message.end)}</p><p style="font-size:10px">${footer}</p></body></html>`;
      const headers = [
        `From: ${displayName(`${message.buyer} - Amazon Marketplace`, 'utf-8', 'B')} <${from}>`,
        `To: "${store.senderName}" <${store.senderAddress}>`,
        `Subject: ${encodedWords(message.subject, 'utf-8', 'B')}`,
        dateHeader(now, 1, message.offset),
        `Message-ID: <${message.key}.${message.alias}@email.amazonses.com>`,
        'X-Space-Notification-Type: BBC_MESSAGE_SENT_TO_MERCHANT',
        `X-Marketplace-ID: ${message.marketplaceId}`,
      ];
      return wholeMessage(
        headers,
        multipart('alternative', [textPart('plain', plain, utf8), textPart('html', html, utf8)]),
      );
    },
  };
}

interface Notice {
  key: string;
  store: StoreKey;
  from: [name: string, address: string];
  subject: string;
  language: string;
  offset: string;
  html: string;
  note: string;
}

function notice(n: Notice): SpecialMail {
  const store = demoStores.find((s) => s.key === n.store)!;
  return {
    key: n.key,
    store: n.store,
    envelopeFrom: n.from[1],
    language: n.language,
    subject: n.subject,
    note: n.note,
    write: (now) =>
      wholeMessage(
        [
          `From: ${displayName(n.from[0], 'utf-8', 'Q')} <${n.from[1]}>`,
          `To: "${store.senderName}" <${store.senderAddress}>`,
          `Subject: ${encodedWords(n.subject, 'utf-8', 'Q')}`,
          dateHeader(now, 1, n.offset),
          `Message-ID: <${n.key}@${n.from[1].split('@')[1]}>`,
        ],
        textPart('html', n.html, utf8),
      ),
  };
}

export const marketplaceMail: SpecialMail[] = [
  amazon({
    key: 'amazon-us-missing-hinge',
    buyer: 'Dana',
    alias: 'q4m8x2v7k1t9zbn',
    site: 'com',
    marketplaceId: 'ATVPDKIKX0DER',
    offset: '-0800',
    subject: 'Product details inquiry from Amazon customer Dana (Order: 112-4837265-9012843)',
    language: 'en',
    order: '112-4837265-9012843',
    product: 'LinguaDoor retractable screen door, white, 36 x 81 in',
    asin: 'B0DEMO4T1K',
    begin: 'Begin message',
    end: 'End message',
    text: "Hi, the screen door came today but the bag with the left hinge and six screws is missing. My dad was going to install it this weekend. Can you please send just the bag? I don't want to return the whole thing.\nThanks, Dana",
    note: 'Amazon relay: missing part, order number in the subject',
  }),
  amazon({
    key: 'amazon-us-where',
    buyer: 'Terrell',
    alias: 'b7n3c9w5j2h8rpd',
    site: 'com',
    marketplaceId: 'ATVPDKIKX0DER',
    offset: '-0600',
    subject: 'Shipping inquiry from Amazon customer Terrell (Order: 114-2093847-5561220)',
    language: 'en',
    order: '114-2093847-5561220',
    product: 'LinguaDoor steel pet door insert, 12 x 18 in',
    asin: 'B0DEMO7P2X',
    begin: 'Begin message',
    end: 'End message',
    text: 'It says delivered Friday but nothing is here and my neighbors dont have it either. If I dont hear back today I am filing an A-to-z claim.',
    note: 'Amazon relay: delivery, threat of a claim (routing rule)',
  }),
  amazon({
    key: 'amazon-de-fit',
    buyer: 'Heike',
    alias: 'v2k6t0m4x8q1wsf',
    site: 'de',
    marketplaceId: 'A1PA6795UKMFR9',
    offset: '+0100',
    subject: 'Anfrage zu Produktdetails von Amazon-Kunden Heike(Bestellung: 304-7719256-3380147)',
    language: 'de',
    order: '304-7719256-3380147',
    product: 'LinguaDoor Plissee-Fliegengittertür, anthrazit, bis 120 x 240 cm',
    asin: 'B0DEMO9F3G',
    begin: 'Nachricht Anfang',
    end: 'Nachricht Ende',
    text: 'Guten Tag, kann man die Fliegengittertür auch auf 98,5 cm Breite und 219 cm Höhe kürzen, ohne dass die Garantie erlischt? Und geht sie an einer Tür mit Rollladenschienen? Viele Grüße, Heike',
    note: 'Amazon relay in German',
  }),
  amazon({
    key: 'amazon-jp-rail',
    buyer: '高橋',
    alias: 'j9r5d1w7n3c8kvt',
    site: 'co.jp',
    marketplaceId: 'A1VC38T7YXB528',
    offset: '+0900',
    subject: 'Amazonのお客様 高橋 様からの商品に関するお問い合わせ (注文: 250-6612093-8874531)',
    language: 'ja',
    order: '250-6612093-8874531',
    product: 'LinguaDoor プリーツ網戸 ホワイト 90×200cm',
    asin: 'B0DEMO2J8R',
    begin: 'メッセージはここから',
    end: 'メッセージはここまで',
    text: '先日購入した網戸ですが、説明書が英語のみで取り付け方がわかりません。日本語の説明書をいただけますか。また、上枠の内法が1センチほど足りません。どうすればよいでしょうか。',
    note: 'Amazon relay in Japanese',
  }),
  amazon({
    key: 'amazon-fr-presale',
    buyer: 'Corinne',
    alias: 'x3f7b1z5m9t2gqe',
    site: 'fr',
    marketplaceId: 'A13V1IB3VIYZZH',
    offset: '+0100',
    subject: 'Demande de renseignements sur un produit de la part du client Amazon Corinne',
    language: 'fr',
    order: null,
    product: 'LinguaDoor moustiquaire de porte plissée sur mesure',
    asin: 'B0DEMO5M6F',
    begin: 'Début du message',
    end: 'Fin du message',
    text: "Bonjour, peut-on commander la moustiquaire en 163 cm de large, et s'ouvre-t-elle des deux côtés ? Y a-t-il un seuil à enjamber ? Ma mère est en fauteuil roulant. Merci, Corinne",
    note: 'Amazon relay before the sale: no order number',
  }),
  notice({
    key: 'mirakl-leroy-merlin',
    store: 'maisonporte',
    from: ['Leroy Merlin Marketplace', 'rfx7qmo384n.ko2qhtg9z@notification.mirakl.net'],
    subject: 'Nouveau message de votre client concernant la commande 001_48213377-A',
    language: 'fr',
    offset: '+0100',
    html: '<html><body><p>Bonjour MaisonPorte,</p><p>Un client vous a envoyé un message concernant la commande <b>001_48213377-A</b>.</p><blockquote style="border-left:3px solid #78be20;padding-left:12px">Bonjour, le volet roulant est livré avec un moteur à droite alors que j’avais demandé la commande à gauche, vue de l’intérieur. Est-ce que je peux inverser moi-même ou faut-il tout renvoyer ? Cordialement, Nadège P.</blockquote><p><a href="https://marketplace.leroymerlin.example/inbox/threads/48213377">Répondre au client</a></p><p style="font-size:11px">Merci de ne pas modifier l’objet de ce message.</p></body></html>',
    note: 'Mirakl notification: buyer hidden behind the operator',
  }),
  notice({
    key: 'ebay-member-question',
    store: 'maisonporte',
    from: ['eBay - holzwurm_76', '58bd27ac401fe9d230@members.ebay.de'],
    subject: 'holzwurm_76 hat eine Nachricht gesendet zu Nebeneingangstür Stahl nach Maß #197526923798',
    language: 'de',
    offset: '+0100',
    html: '<html><body><table><tr><td><h2>Neue Nachricht von: holzwurm_76 (143)</h2><div id="UserInputtedText">Moin, könnt ihr die Nebeneingangstür auch mit 875 x 1985 Türblatt, DIN rechts, nach außen öffnend machen? Und mit Katzenklappe unten, ungefähr 20 x 20 cm? Danke schon mal!</div><p><a href="https://www.ebay.example/itm/197526923798">Antworten</a></p></td></tr></table></body></html>',
    note: 'eBay member message: text in UserInputtedText',
  }),
];
