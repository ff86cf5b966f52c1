import type { MigrationInterface } from 'typeorm';
import { Identity1764000001000 } from './1764000001000-identity.ts';
import { Stores1764000001500 } from './1764000001500-stores.ts';
import { Contacts1764000002000 } from './1764000002000-contacts.ts';
import { Channels1764000003000 } from './1764000003000-channels.ts';
import { Translation1764000004000 } from './1764000004000-translation.ts';
import { Tickets1764000005000 } from './1764000005000-tickets.ts';
import { CannedReplies1764000006000 } from './1764000006000-canned-replies.ts';
import { Routing1764000006100 } from './1764000006100-routing.ts';
import { Search1764000006200 } from './1764000006200-search.ts';
import { Production1764000006300 } from './1764000006300-production.ts';
import { Delivery1764000007000 } from './1764000007000-delivery.ts';
import { Agreement1764000008000 } from './1764000008000-agreement.ts';
import { MailboxReconciliation1764000009000 } from './1764000009000-mailbox-reconciliation.ts';
import { Alarms1764000009500 } from './1764000009500-alarms.ts';
import { Webhooks1764000009700 } from './1764000009700-webhooks.ts';
import { CardsByPack1764000009800 } from './1764000009800-cards-by-pack.ts';
import { Packs1764000009900 } from './1764000009900-packs.ts';
import { MailboxSettings1764000010000 } from './1764000010000-mailbox-settings.ts';
import { JobPools1764000010100 } from './1764000010100-job-pools.ts';
import { Capacity1764000010200 } from './1764000010200-capacity.ts';
import { LanguageModel1764000010300 } from './1764000010300-language-model.ts';
import { Pictures1764000010400 } from './1764000010400-pictures.ts';

/** In order. A landed migration is never edited. */
export const migrations: (new () => MigrationInterface)[] = [
  Identity1764000001000,
  Stores1764000001500,
  Contacts1764000002000,
  Channels1764000003000,
  Translation1764000004000,
  Tickets1764000005000,
  CannedReplies1764000006000,
  Routing1764000006100,
  Search1764000006200,
  Production1764000006300,
  Delivery1764000007000,
  Agreement1764000008000,
  MailboxReconciliation1764000009000,
  Alarms1764000009500,
  Webhooks1764000009700,
  CardsByPack1764000009800,
  Packs1764000009900,
  MailboxSettings1764000010000,
  JobPools1764000010100,
  Capacity1764000010200,
  Pictures1764000010400,
  LanguageModel1764000010300,
];
