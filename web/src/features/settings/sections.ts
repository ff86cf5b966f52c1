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
  updateRoutingRule,
} from '../../../../libs/contracts/routing.ts';
import { regionCode } from '../../../../libs/contracts/scalars.ts';
import { createStore, deleteStore, listStores, updateStore } from '../../../../libs/contracts/stores.ts';
import { interfaceLanguages } from '../../../../libs/i18n/index.ts';

export type FieldName = keyof typeof import('../../../../libs/i18n/locales/en/settings.json')['field'];

/** How a value is entered; `spoken`: languages with a level, shown as `fr:fluent`. */
export type FieldKind =
  | 'text'
  | 'password'
  | 'number'
  | 'boolean'
  | 'choice'
  | 'choices'
  | 'tags'
  | 'spoken'
  | 'stores'
  | 'store'
  | 'people'
  | 'texts'
  | 'variants'
  | 'json';
export interface Field {
  name: FieldName;
  kind: FieldKind;
  choices?: readonly string[];
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
}

const regions = regionCode.options;
export const record = z.record(z.string(), z.unknown());

/** Every list of the set-up: where it comes from, and its fields in order. */
export const sections: readonly Section[] = [
  {
    id: 'people',
    permission: 'people.write',
    list: listUsers,
    create: createUser,
    update: updateUser,
    title: 'name',
    fields: [
      { name: 'name', kind: 'text' },
      { name: 'email', kind: 'text' },
      { name: 'role', kind: 'choice', choices: roles },
      { name: 'password', kind: 'password' },
      { name: 'interfaceLanguage', kind: 'choice', choices: interfaceLanguages },
      { name: 'timeZone', kind: 'text' },
      { name: 'languages', kind: 'spoken' },
      { name: 'regions', kind: 'choices', choices: regions },
      { name: 'skills', kind: 'tags' },
      { name: 'capacity', kind: 'number' },
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
      { name: 'languages', kind: 'tags' },
      { name: 'regions', kind: 'choices', choices: regions },
      { name: 'storeIds', kind: 'stores' },
      { name: 'memberIds', kind: 'people' },
      { name: 'isFallback', kind: 'boolean' },
    ],
  },
  {
    id: 'stores',
    permission: 'store.write',
    list: listStores,
    create: createStore,
    update: updateStore,
    remove: deleteStore,
    title: 'name',
    fields: [
      { name: 'name', kind: 'text' },
      { name: 'senderName', kind: 'text' },
      { name: 'senderAddress', kind: 'text' },
      { name: 'defaultLanguage', kind: 'text' },
      { name: 'languages', kind: 'tags' },
      { name: 'currency', kind: 'text' },
      { name: 'country', kind: 'text' },
      { name: 'timeZone', kind: 'text' },
      { name: 'platform', kind: 'text' },
      { name: 'signatures', kind: 'texts' },
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
    title: 'name',
    fields: [
      { name: 'name', kind: 'text' },
      { name: 'kind', kind: 'choice', choices: ['smtp_listener', 'imap', 'webhook', 'file'] },
      { name: 'storeId', kind: 'store' },
      { name: 'addresses', kind: 'tags' },
      { name: 'imap', kind: 'json' },
      { name: 'secret', kind: 'password' },
      { name: 'outbound', kind: 'json' },
      { name: 'outboundSecret', kind: 'password' },
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
    title: 'title',
    fields: [
      { name: 'title', kind: 'text' },
      { name: 'shortcut', kind: 'text' },
      { name: 'category', kind: 'text' },
      { name: 'storeIds', kind: 'stores' },
      { name: 'sourceLanguage', kind: 'text' },
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
    title: 'name',
    fields: [
      { name: 'name', kind: 'text' },
      { name: 'conditions', kind: 'json' },
      { name: 'actions', kind: 'json' },
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
      { name: 'priorities', kind: 'choices', choices: ['low', 'normal', 'high', 'urgent'] },
      { name: 'isPlatform', kind: 'boolean' },
      { name: 'firstResponseMinutes', kind: 'number' },
      { name: 'nextResponseMinutes', kind: 'number' },
      { name: 'resolutionMinutes', kind: 'number' },
      { name: 'calendar', kind: 'json' },
    ],
  },
];
