import { z } from 'zod';
import {
  createCannedReply,
  deleteCannedReply,
  listCannedReplies,
  updateCannedReply,
} from '../../../../libs/contracts/canned-replies.ts';
import { createChannel, deleteChannel, listChannels, updateChannel } from '../../../../libs/contracts/channels.ts';
import {
  createServiceTarget,
  deleteServiceTarget,
  listServiceTargets,
  updateServiceTarget,
} from '../../../../libs/contracts/deadlines.ts';
import type { AnyEndpoint } from '../../../../libs/contracts/endpoint.ts';
import {
  createTeam,
  createUser,
  deleteTeam,
  listTeams,
  listUsers,
  updateTeam,
  updateUser,
} from '../../../../libs/contracts/identity.ts';
import { type Permission, roles } from '../../../../libs/contracts/permissions.ts';
import {
  createRoutingRule,
  deleteRoutingRule,
  listRoutingRules,
  orderRoutingRules,
  updateRoutingRule,
} from '../../../../libs/contracts/routing.ts';
import { createStore, defaultPackId, deleteStore, listStores, updateStore } from '../../../../libs/contracts/stores.ts';
import { interfaceLanguages } from '../../../../libs/i18n/index.ts';

export type FieldName = keyof typeof import('../../../../libs/i18n/locales/en/settings.json')['field'];

/** How a value is entered. */
export type FieldKind =
  | 'text'
  | 'password'
  | 'number'
  | 'duration'
  | 'boolean'
  | 'choice'
  | 'tags'
  | 'language'
  | 'languages'
  | 'spoken'
  | 'country'
  | 'countries'
  | 'regions'
  | 'timeZone'
  | 'currency'
  | 'store'
  | 'stores'
  | 'channels'
  | 'team'
  | 'person'
  | 'people'
  | 'priority'
  | 'priorities'
  | 'intents'
  | 'signatures'
  | 'calendar'
  | 'pack'
  | 'mailbox'
  | 'outbound'
  | 'conditions'
  | 'actions';
/** `Name` decides the label: of an entry `field.<name>`, of a rule's part `rule.<name>`. */
export interface Field<Name extends string = FieldName> {
  name: Name;
  kind: FieldKind;
  choices?: readonly string[];
  step?: number;
  /** A sentence below the label: `fieldHint.<hint>`. */
  hint?: keyof typeof import('../../../../libs/i18n/locales/en/settings.json')['fieldHint'];
  /** Only where it means something. */
  isShown?: (entry: Record<string, unknown>) => boolean;
}

export interface FieldInputProps {
  field: Field<string>;
  label: string;
  value: unknown;
  onChange: (value: unknown) => void;
  /** What is wrong with the field (no path) or with a part of it. */
  fault: (path: string) => string | undefined;
}

export interface Section {
  id: 'people' | 'teams' | 'stores' | 'channels' | 'replies' | 'routing' | 'targets';
  permission: Permission;
  list: AnyEndpoint;
  create: AnyEndpoint;
  update: AnyEndpoint;
  remove?: AnyEndpoint;
  /** What names an entry in the list. */
  title: 'name' | 'title';
  fields: readonly Field[];
  /** What a new entry starts with. */
  initial?: Record<string, unknown>;
  /** Removing cannot be taken back: what is lost is not known here (a password), so it is asked for twice. */
  isRemovalFinal?: boolean;
  /** The order means something and can be changed. */
  order?: AnyEndpoint;
}

export const record = z.record(z.string(), z.unknown());

/** Most mailboxes are read like this. */
const newMailbox = {
  host: '',
  port: 993,
  security: 'tls',
  user: '',
  auth: 'password',
  folders: ['INBOX'],
};

const sendsBySmtp = (entry: Record<string, unknown>): boolean =>
  (entry['outbound'] as { kind?: string } | undefined)?.kind === 'smtp';

/** Every list of the set-up: where it comes from, and its fields in order. */
export const sections: readonly Section[] = [
  {
    id: 'people',
    permission: 'people.write',
    list: listUsers,
    create: createUser,
    update: updateUser,
    initial: { role: 'agent', interfaceLanguage: 'en', timeZone: 'Asia/Shanghai', capacity: 30, languages: [] },
    title: 'name',
    fields: [
      { name: 'name', kind: 'text' },
      { name: 'email', kind: 'text' },
      { name: 'role', kind: 'choice', choices: roles },
      { name: 'password', kind: 'password' },
      { name: 'interfaceLanguage', kind: 'choice', choices: interfaceLanguages },
      { name: 'timeZone', kind: 'timeZone' },
      { name: 'languages', kind: 'spoken' },
      { name: 'regions', kind: 'regions' },
      { name: 'skills', kind: 'tags' },
      { name: 'capacity', kind: 'number' },
      { name: 'workingHours', kind: 'calendar' },
      { name: 'isActive', kind: 'boolean' },
    ],
  },
  {
    id: 'teams',
    permission: 'team.write',
    list: listTeams,
    create: createTeam,
    update: updateTeam,
    remove: deleteTeam,
    title: 'name',
    fields: [
      { name: 'name', kind: 'text' },
      { name: 'languages', kind: 'languages' },
      { name: 'regions', kind: 'regions' },
      { name: 'storeIds', kind: 'stores' },
      { name: 'channelIds', kind: 'channels' },
      { name: 'memberIds', kind: 'people' },
      { name: 'isFallback', kind: 'boolean', hint: 'fallback' },
    ],
  },
  {
    id: 'stores',
    permission: 'store.write',
    list: listStores,
    create: createStore,
    update: updateStore,
    remove: deleteStore,
    initial: {
      defaultLanguage: 'en',
      currency: 'USD',
      country: 'CN',
      timeZone: 'Asia/Shanghai',
      platform: 'email',
      packId: defaultPackId,
      signatures: {},
    },
    title: 'name',
    fields: [
      { name: 'name', kind: 'text' },
      { name: 'senderName', kind: 'text' },
      { name: 'senderAddress', kind: 'text' },
      { name: 'defaultLanguage', kind: 'language' },
      { name: 'languages', kind: 'languages' },
      { name: 'currency', kind: 'currency' },
      { name: 'country', kind: 'country' },
      { name: 'timeZone', kind: 'timeZone' },
      { name: 'platform', kind: 'text' },
      { name: 'packId', kind: 'pack' },
      { name: 'signatures', kind: 'signatures' },
      { name: 'isActive', kind: 'boolean' },
    ],
  },
  {
    id: 'channels',
    permission: 'channel.write',
    list: listChannels,
    create: createChannel,
    update: updateChannel,
    remove: deleteChannel,
    isRemovalFinal: true,
    initial: { kind: 'imap', addresses: [], imap: newMailbox, outbound: { kind: 'none', security: 'starttls' } },
    title: 'name',
    fields: [
      { name: 'name', kind: 'text' },
      { name: 'kind', kind: 'choice', choices: ['smtp_listener', 'imap', 'webhook', 'file'] },
      { name: 'storeId', kind: 'store' },
      { name: 'addresses', kind: 'tags' },
      { name: 'imap', kind: 'mailbox', isShown: (e) => e['kind'] === 'imap' },
      {
        name: 'secret',
        kind: 'password',
        hint: 'secret',
        isShown: (e) => e['kind'] === 'imap' || e['kind'] === 'webhook',
      },
      { name: 'outbound', kind: 'outbound' },
      { name: 'outboundSecret', kind: 'password', hint: 'secret', isShown: sendsBySmtp },
      { name: 'isActive', kind: 'boolean' },
    ],
  },
  {
    id: 'replies',
    permission: 'cannedReply.write',
    list: listCannedReplies,
    create: createCannedReply,
    update: updateCannedReply,
    remove: deleteCannedReply,
    initial: { sourceLanguage: 'en', variants: [] },
    title: 'title',
    fields: [
      { name: 'title', kind: 'text' },
      { name: 'shortcut', kind: 'text' },
      { name: 'category', kind: 'text' },
      { name: 'storeIds', kind: 'stores' },
      { name: 'sourceLanguage', kind: 'language' },
      { name: 'isActive', kind: 'boolean' },
    ],
  },
  {
    id: 'routing',
    permission: 'routing.write',
    list: listRoutingRules,
    create: createRoutingRule,
    update: updateRoutingRule,
    remove: deleteRoutingRule,
    order: orderRoutingRules,
    initial: { conditions: {}, actions: {} },
    title: 'name',
    fields: [
      { name: 'name', kind: 'text' },
      { name: 'conditions', kind: 'conditions' },
      { name: 'actions', kind: 'actions' },
      { name: 'isActive', kind: 'boolean' },
    ],
  },
  {
    id: 'targets',
    permission: 'routing.write',
    list: listServiceTargets,
    create: createServiceTarget,
    update: updateServiceTarget,
    remove: deleteServiceTarget,
    title: 'name',
    fields: [
      { name: 'name', kind: 'text' },
      { name: 'storeIds', kind: 'stores' },
      { name: 'priorities', kind: 'priorities' },
      { name: 'isPlatform', kind: 'boolean' },
      { name: 'firstResponseMinutes', kind: 'duration' },
      { name: 'nextResponseMinutes', kind: 'duration' },
      { name: 'resolutionMinutes', kind: 'duration' },
      { name: 'calendar', kind: 'calendar' },
    ],
  },
];
