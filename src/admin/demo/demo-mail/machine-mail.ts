import { demoStores } from '../demo-stores.ts';
import type { StoreKey } from '../demo-types.ts';
import { buyers } from './correspondents.ts';
import { displayName, encodedWords } from './mime-encoding.ts';
import { type MimePart, multipart, textPart, wholeMessage } from './mime-part.ts';
import type { SpecialMail } from './special-mail.ts';
import { dateHeader } from './write-letter.ts';

const utf8 = { charset: 'utf-8', encoding: 'quoted-printable' } as const;
const senderOf = (store: StoreKey) => demoStores.find((s) => s.key === store)!.senderAddress;

interface Automatic {
  key: string;
  store: StoreKey;
  from: [name: string, address: string];
  offset: string;
  subject: string;
  language: string;
  text: string;
  headers: string[];
  note: string;
}

function automatic(mail: Automatic): SpecialMail {
  return {
    key: mail.key,
    store: mail.store,
    envelopeFrom: mail.headers.some((header) => header.startsWith('Auto-Submitted')) ? '' : mail.from[1],
    language: mail.language,
    subject: mail.subject,
    note: mail.note,
    write: (now) =>
      wholeMessage(
        [
          `From: ${displayName(mail.from[0], 'utf-8', 'B')} <${mail.from[1]}>`,
          `To: <${senderOf(mail.store)}>`,
          `Subject: ${encodedWords(mail.subject, 'utf-8', 'B')}`,
          dateHeader(now, 0.2, mail.offset),
          `Message-ID: <${mail.key}@mail.${mail.from[1].split('@')[1]}>`,
          ...mail.headers,
        ],
        textPart('plain', mail.text, utf8),
      ),
  };
}

const plainPart = (type: string, lines: string[]): MimePart => ({
  headers: [`Content-Type: ${type}`],
  body: Buffer.from(`${lines.join('\r\n')}\r\n`),
});

/** A delivery status notification (RFC 3464) for an offer that could not be delivered. */
const bounce: SpecialMail = {
  key: 'bounce-user-unknown',
  store: 'maisonporte',
  envelopeFrom: '',
  language: 'en',
  subject: 'Undelivered Mail Returned to Sender',
  note: 'Bounce (RFC 3464): mailbox does not exist',
  write(now) {
    const human = [
      'This is the mail system at host mx1.fertighaus-nord.example.',
      '',
      "I'm sorry to have to inform you that your message could not be delivered to one or more recipients.",
      '',
      '<einkauf@fertighaus-nord.example>: host mx1.fertighaus-nord.example said: 550 5.1.1',
      '    <einkauf@fertighaus-nord.example>: Recipient address rejected: User unknown',
    ];
    const status = [
      'Reporting-MTA: dns; mx1.fertighaus-nord.example',
      `Arrival-${dateHeader(now, 1, '+0100')}`,
      '',
      'Final-Recipient: rfc822; einkauf@fertighaus-nord.example',
      'Original-Recipient: rfc822; einkauf@fertighaus-nord.example',
      'Action: failed',
      'Status: 5.1.1',
      'Diagnostic-Code: smtp; 550 5.1.1 <einkauf@fertighaus-nord.example>: Recipient address rejected: User unknown',
    ];
    const original = [
      'From: "MaisonPorte" <bonjour@maisonporte.example>',
      'To: <einkauf@fertighaus-nord.example>',
      'Subject: Ihr Angebot 2026-3298',
      dateHeader(now, 1, '+0100'),
      'Message-ID: <offer-2026-3298@maisonporte.example>',
    ];
    return wholeMessage(
      [
        'Return-Path: <>',
        'From: MAILER-DAEMON@mx1.fertighaus-nord.example (Mail Delivery System)',
        `To: ${senderOf('maisonporte')}`,
        'Subject: Undelivered Mail Returned to Sender',
        dateHeader(now, 0.9, '+0100'),
        'Message-ID: <20261123.8F1C2.bounce@mx1.fertighaus-nord.example>',
        'Auto-Submitted: auto-replied',
      ],
      multipart('report; report-type=delivery-status', [
        plainPart('text/plain; charset=us-ascii', human),
        plainPart('message/delivery-status', status),
        plainPart('text/rfc822-headers', original),
      ]),
    );
  },
};

export const machineMail: SpecialMail[] = [
  bounce,
  automatic({
    key: 'baumgartner-away',
    store: 'maisonporte',
    from: [buyers.baumgartner.name, buyers.baumgartner.address],
    offset: '+0100',
    subject: 'Automatische Antwort: Ihr Angebot 2026-3310',
    language: 'de',
    text: 'Guten Tag,\n\nich bin bis einschließlich 27.11. auf einer Messe und lese meine E-Mails nur unregelmäßig. In dringenden Fällen wenden Sie sich bitte an Frau Kögel.\n\nViele Grüße\nLukas Baumgartner',
    headers: [
      'Auto-Submitted: auto-replied',
      'X-Auto-Response-Suppress: All',
      'In-Reply-To: <offer-2026-3310@maisonporte.example>',
    ],
    note: 'Out of office (RFC 3834): never answered automatically',
  }),
  automatic({
    key: 'liu-autoreply',
    store: 'yuzhong',
    from: [buyers.liuFang.name, buyers.liuFang.address],
    offset: '+0800',
    subject: '自动回复:酒店项目防火门图纸确认',
    language: 'zh',
    text: '您好,您的邮件我已收到,我正在出差,周四回复您。急事请致电办公室。',
    headers: ['X-Autoreply: yes', 'Precedence: bulk'],
    note: 'Chinese auto-reply without Auto-Submitted, known by other marks',
  }),
  automatic({
    key: 'supplier-ticket-receipt',
    store: 'yuzhong',
    from: ['Bastion Locks Support', 'support@lock-supplier.example'],
    offset: '+0000',
    subject: '[#88213] We have received your request',
    language: 'en',
    text: 'Hello,\n\nthank you for contacting us. Your request has been received and given the number 88213. Please do not reply to this message.\n\nSupport team',
    headers: ['Auto-Submitted: auto-generated', 'X-Auto-Response-Suppress: DR, RN, NRN, OOF, AutoReply'],
    note: 'Receipt of another helpdesk: the classic beginning of a mail loop',
  }),
  automatic({
    key: 'fair-newsletter',
    store: 'yuzhong',
    from: ['BAU Messe Newsletter', 'news@bau-messe.example'],
    offset: '+0100',
    subject: 'Nur noch 8 Wochen: Jetzt Aussteller-Ticket sichern!',
    language: 'de',
    text: 'Liebe Aussteller,\n\nin acht Wochen öffnet die Messe ihre Tore. Sichern Sie sich jetzt Ihr Ticket und die besten Hotelpreise.\n\nIhr Messeteam\n\nAbmelden: https://bau-messe.example/abmelden',
    headers: [
      'List-Id: <news.bau-messe.example>',
      'List-Unsubscribe: <https://bau-messe.example/abmelden>',
      'Precedence: bulk',
    ],
    note: 'Newsletter: kept out of the work list',
  }),
];
