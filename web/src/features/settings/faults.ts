import type { TFunction } from 'i18next';
import type { z } from 'zod';
import { ApiError } from '../../lib/api-error.ts';

/** What is wrong with a field, by its path (`imap.host`). */
export type Faults = ReadonlyMap<string, string>;
type Words = TFunction<'settings'>;

/** Faults of an entry by its contract, each worded for the field it stands beside. */
export function faultsOf(error: z.ZodError, t: Words): Faults {
  return new Map(error.issues.map((issue) => [pathOf(issue.path), worded(issue, t)]));
}

function worded(issue: z.core.$ZodIssue, t: Words): string {
  if (issue.code === 'too_small' && issue.origin !== 'number')
    return Number(issue.minimum) > 1 ? t('fault.tooShort', { minimum: issue.minimum }) : t('fault.required');
  if (issue.code === 'too_small') return t('fault.tooSmall', { minimum: issue.minimum });
  if (issue.code === 'too_big')
    return issue.origin === 'number'
      ? t('fault.tooBig', { maximum: issue.maximum })
      : t('fault.tooLong', { maximum: issue.maximum });
  if (issue.code === 'invalid_type' && (issue.input === undefined || issue.input === null)) return t('fault.required');
  if (issue.code === 'invalid_format') return t('fault.format');
  if (issue.code === 'custom') return t('fault.period');
  return t('fault.invalid');
}

/** Inside lists the field as a whole is marked: `addresses.2` is `addresses`. */
const pathOf = (path: readonly PropertyKey[]): string => {
  const end = path.findIndex((p) => typeof p === 'number');
  return (end === -1 ? path : path.slice(0, end)).map(String).join('.');
};

const fieldOfCode: Record<string, string> = {
  'identity.emailTaken': 'email',
  'identity.teamNameTaken': 'name',
  'identity.weakPassword': 'password',
  'store.nameTaken': 'name',
  'channel.addressTaken': 'addresses',
  'cannedReply.shortcutTaken': 'shortcut',
  'routing.unknownTarget': 'actions',
};

/** A refusal of the server beside the field it speaks of; empty where it speaks of none. */
export function faultsOfRefusal(error: unknown, t: Words): Faults {
  if (!(error instanceof ApiError)) return new Map();
  const field = fieldOfCode[error.code];
  if (field) return new Map([[field, error.message]]);
  const { faults } = error.params as { faults?: { path: string }[] };
  return new Map((faults ?? []).map((f) => [f.path.replace(/^body\./, '').replace(/\.\d.*$/, ''), t('fault.invalid')]));
}
