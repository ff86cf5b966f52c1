import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import type { ErrorTable } from './error-table.ts';
import { changesOf, id, instant, page, pageQuery } from './scalars.ts';

export const settingsErrors = {
  'settings.unknown': 404,
  'settings.changedMeanwhile': 409,
} satisfies ErrorTable;

/** Settings of the whole workspace; each has a default, so that an empty table works. */
export const workspaceSettings = z
  .object({
    companyName: z.string().max(120).default(''),
    /** A reply to a ticket closed longer ago than this opens a follow-up. */
    followUpAfterDays: z.number().int().min(1).max(3650).default(30),
    undoSendSeconds: z.number().int().min(0).max(60).default(10),
    /** Below this confidence of the language, a person of the fallback team decides. */
    languageConfidence: z.number().min(0).max(1).default(0.5),
    isDemo: z.boolean().default(false),
  })
  .meta({ id: 'WorkspaceSettings' });
export type WorkspaceSettings = z.infer<typeof workspaceSettings>;

export const getSettings = endpoint('GET /settings', {
  summary: 'Workspace settings',
  permission: 'signedIn',
  returns: workspaceSettings,
});
export const updateSettings = endpoint('PATCH /settings', {
  summary: 'Change workspace settings',
  permission: 'settings.write',
  body: changesOf(workspaceSettings.omit({ isDemo: true })),
  returns: workspaceSettings,
});

export const auditEntry = z
  .object({
    id,
    at: instant,
    userId: id.nullable(),
    userName: z.string().nullable(),
    action: z.string(),
    subjectType: z.string(),
    subjectId: z.string().nullable(),
    before: z.unknown().nullable(),
    after: z.unknown().nullable(),
  })
  .meta({ id: 'AuditEntry' });
export const listAudit = endpoint('GET /audit', {
  summary: 'Who changed what in the settings, newest first',
  permission: 'audit.read',
  query: pageQuery,
  returns: page(auditEntry),
});
