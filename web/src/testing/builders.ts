import type { Me, Person, Team } from '../../../libs/contracts/identity.ts';
import { permissions } from '../../../libs/contracts/permissions.ts';
import type { Store } from '../../../libs/contracts/stores.ts';
import type { Message, TicketDetail, TicketRow } from '../../../libs/contracts/tickets.ts';

/** A uuid that ends in the number: the same number is the same thing. */
export const id = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;

const at = '2026-11-23T10:00:00.000Z';

export const aMe = (changes: Partial<Me> = {}): Me => ({
  id: id(1),
  email: 'claire@team.example',
  name: 'Claire Fontanet',
  role: 'agent',
  permissions: [...permissions],
  interfaceLanguage: 'en',
  timeZone: 'Europe/Paris',
  avatarColor: 'teal',
  presence: 'online',
  teamIds: [id(31)],
  languages: [{ language: 'fr', level: 'native' }],
  preferences: {},
  hasSecondFactor: false,
  ...changes,
});

export const aPerson = (changes: Partial<Person> = {}): Person => ({
  id: id(2),
  name: 'Jonas Albrecht',
  role: 'agent',
  avatarColor: 'blue',
  presence: 'online',
  isActive: true,
  languages: [{ language: 'de', level: 'native' }],
  teamIds: [id(31)],
  ...changes,
});

export const aTeam = (changes: Partial<Team> = {}): Team => ({
  id: id(31),
  name: 'Francophonie',
  languages: ['fr'],
  regions: [],
  storeIds: [],
  channelIds: [],
  isFallback: false,
  memberIds: [id(1)],
  ...changes,
});

export const aStore = (changes: Partial<Store> = {}): Store => ({
  id: id(41),
  name: 'MaisonPorte',
  senderName: 'MaisonPorte',
  senderAddress: 'bonjour@maisonporte.example',
  defaultLanguage: 'fr',
  languages: ['fr'],
  currency: 'EUR',
  country: 'CN',
  timeZone: 'Asia/Shanghai',
  signatures: {},
  platform: 'email',
  color: 'blue',
  packId: 'doors-and-windows',
  isActive: true,
  ...changes,
});

export const aRow = (changes: Partial<TicketRow> = {}): TicketRow => ({
  id: id(101),
  number: 1001,
  subject: 'Porte avec trappe à lait',
  status: 'open',
  priority: 'normal',
  storeId: id(41),
  channelId: id(51),
  contactId: id(61),
  contactName: 'Maurice Perrenoud',
  teamId: id(31),
  assigneeId: id(1),
  language: 'fr',
  country: 'FR',
  region: 'europe',
  tags: [],
  isSpecialWish: false,
  isSpam: false,
  snippet: 'Bonjour, je voudrais une porte',
  lastMessageAt: at,
  lastDirection: 'in',
  waitingSince: at,
  nextDeadlineAt: null,
  nextDeadlineKind: null,
  snoozedUntil: null,
  messageCount: 1,
  hasFailedDelivery: false,
  isUnread: false,
  ...changes,
});

export const aMessage = (changes: Partial<Message> = {}): Message => ({
  id: id(201),
  ticketId: id(101),
  direction: 'in',
  authorId: null,
  from: { name: 'Maurice Perrenoud', address: 'maurice@haut-jura.example' },
  to: [],
  cc: [],
  subject: 'Porte',
  text: 'Bonjour, je voudrais une porte de 92 × 215.',
  quotedText: null,
  signature: null,
  forwarded: null,
  hasHtml: false,
  language: 'fr',
  languageReason: null,
  automation: null,
  authentication: null,
  threading: null,
  warnings: [],
  attachments: [],
  mentions: [],
  delivery: null,
  isUnreadable: false,
  receivedMessageId: null,
  sentAt: at,
  createdAt: at,
  ...changes,
});

export const aDetail = (changes: Partial<TicketDetail> = {}): TicketDetail => ({
  ticket: aRow(),
  languageConfidence: 0.98,
  languageReason: { code: 'words', params: { words: 'je, une' } },
  countryConfidence: 0.9,
  countryReason: { code: 'clue', params: { clue: 'domain', found: '.fr' } },
  routeReasons: [{ code: 'teamLanguage', params: { team: 'Francophonie', language: 'fr' } }],
  intent: null,
  orderId: null,
  mergedInto: null,
  followUpOf: null,
  similar: [],
  messages: [aMessage()],
  hasEarlier: false,
  events: [],
  drafts: [],
  reply: {
    to: { name: 'Maurice Perrenoud', address: 'maurice@haut-jura.example' },
    from: 'MaisonPorte <bonjour@maisonporte.example>',
    language: 'fr',
    signature: 'Claire, MaisonPorte',
  },
  ...changes,
});
