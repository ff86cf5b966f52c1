import type { MigrationInterface } from 'typeorm';
import { Identity1764000001000 } from './1764000001000-identity.ts';
import { Stores1764000001500 } from './1764000001500-stores.ts';
import { Translation1764000004000 } from './1764000004000-translation.ts';
import { CannedReplies1764000006000 } from './1764000006000-canned-replies.ts';

/** In order. A landed migration is never edited. */
export const migrations: (new () => MigrationInterface)[] = [
  Identity1764000001000,
  Stores1764000001500,
  Translation1764000004000,
  CannedReplies1764000006000,
];
