import { z } from 'zod';
import { interfaceLanguages } from '../i18n/index.ts';
import { endpoint, nothing } from './endpoint.ts';
import type { ErrorTable } from './error-table.ts';
import { permissions, roles } from './permissions.ts';
import { byId, changesOf, countryCode, emailAddress, id, instant, languageTag, regionCode } from './scalars.ts';

export const identityErrors = {
  'identity.signInFailed': 401,
  'identity.signInRequired': 401,
  'identity.forbidden': 403,
  'identity.locked': 429,
  'identity.codeRequired': 401,
  'identity.alreadySetUp': 409,
  'identity.emailTaken': 409,
  'identity.userNotFound': 404,
  'identity.teamNotFound': 404,
  'identity.teamNameTaken': 409,
  'identity.lastAdministrator': 409,
  'identity.weakPassword': 400,
  'identity.tokenNotFound': 404,
} satisfies ErrorTable;

export const role = z.enum(roles);
export const presence = z.enum(['online', 'away', 'offline']);
export const languageLevel = z.enum(['native', 'fluent', 'working']);
export const spokenLanguage = z.object({ language: languageTag, level: languageLevel });
export const password = z.string().min(10).max(200);
const timeZone = z.string().min(1).max(64);

/** Periods as [from, to] in minutes of the day, by ISO weekday 1 (Monday) … 7. */
export const workingHours = z.object({
  timeZone,
  periods: z.record(
    z.string().regex(/^[1-7]$/),
    z.array(z.tuple([z.number().int().min(0).max(1440), z.number().int().min(0).max(1440)])).max(4),
  ),
});

export const preferences = z.object({
  colorScheme: z.enum(['auto', 'light', 'dark']).optional(),
  /** Language that incoming mail is translated into; the interface language where it is not set. */
  readingLanguage: languageTag.optional(),
  showTranslation: z.boolean().optional(),
});

export const me = z
  .object({
    id,
    email: emailAddress,
    name: z.string(),
    role,
    permissions: z.array(z.enum(permissions as [string, ...string[]])),
    interfaceLanguage: z.enum(interfaceLanguages),
    timeZone,
    avatarColor: z.string(),
    presence,
    teamIds: z.array(id),
    languages: z.array(spokenLanguage),
    preferences,
    hasSecondFactor: z.boolean(),
  })
  .meta({ id: 'Me' });
export type Me = z.infer<typeof me>;

/** A colleague as everybody signed in may see them. */
export const person = z
  .object({
    id,
    name: z.string(),
    role,
    avatarColor: z.string(),
    presence,
    isActive: z.boolean(),
    languages: z.array(spokenLanguage),
    teamIds: z.array(id),
  })
  .meta({ id: 'Person' });
export type Person = z.infer<typeof person>;

export const user = person
  .extend({
    email: emailAddress,
    interfaceLanguage: z.enum(interfaceLanguages),
    timeZone,
    regions: z.array(regionCode),
    skills: z.array(z.string()),
    capacity: z.number().int(),
    openTickets: z.number().int(),
    workingHours: workingHours.nullable(),
    hasSecondFactor: z.boolean(),
    createdAt: instant,
  })
  .meta({ id: 'User' });
export type User = z.infer<typeof user>;

const userInput = z.object({
  email: emailAddress,
  name: z.string().trim().min(1).max(120),
  role,
  password: password.optional(),
  interfaceLanguage: z.enum(interfaceLanguages).default('en'),
  timeZone: timeZone.default('Asia/Shanghai'),
  languages: z.array(spokenLanguage).max(20).default([]),
  regions: z.array(regionCode).default([]),
  skills: z.array(z.string().trim().min(1).max(60)).max(40).default([]),
  capacity: z.number().int().min(0).max(1000).default(30),
  workingHours: workingHours.nullable().default(null),
});
export type UserInput = z.output<typeof userInput>;

export const team = z
  .object({
    id,
    name: z.string(),
    languages: z.array(languageTag),
    regions: z.array(regionCode),
    storeIds: z.array(id),
    channelIds: z.array(id),
    isFallback: z.boolean(),
    memberIds: z.array(id),
  })
  .meta({ id: 'Team' });
export type Team = z.infer<typeof team>;
const teamInput = z.object({
  name: z.string().trim().min(1).max(80),
  languages: z.array(languageTag).default([]),
  regions: z.array(regionCode).default([]),
  storeIds: z.array(id).default([]),
  channelIds: z.array(id).default([]),
  isFallback: z.boolean().default(false),
  memberIds: z.array(id).default([]),
});
export type TeamInput = z.output<typeof teamInput>;

export const setUpStatus = endpoint('GET /set-up', {
  summary: 'Whether the first administrator is still to be made; in a demo, who can sign in',
  permission: 'public',
  returns: z.object({
    needed: z.boolean(),
    demo: z
      .object({
        password: z.string(),
        people: z.array(z.object({ email: z.string(), name: z.string(), role, languages: z.array(z.string()) })),
      })
      .nullable(),
  }),
});
export const setUp = endpoint('POST /set-up', {
  summary: 'First run: make the first administrator and the first store, and sign in',
  permission: 'public',
  body: z.object({
    name: z.string().trim().min(1).max(120),
    email: emailAddress,
    password,
    company: z.string().trim().min(1).max(120),
    storeAddress: emailAddress,
    country: countryCode.default('CN'),
    interfaceLanguage: z.enum(interfaceLanguages).default('en'),
    timeZone: timeZone.default('Asia/Shanghai'),
  }),
  returns: me,
});
export const signIn = endpoint('POST /session', {
  summary: 'Sign in; the session is an httpOnly cookie',
  permission: 'public',
  body: z.object({
    email: z.string().trim().max(320),
    password: z.string().max(200),
    code: z.string().max(12).optional(),
  }),
  returns: me,
});
export const getSession = endpoint('GET /session', {
  summary: 'Who is signed in',
  permission: 'signedIn',
  returns: me,
});
export const signOut = endpoint('DELETE /session', { summary: 'Sign out', permission: 'signedIn', returns: nothing });
export const updateMe = endpoint('PATCH /session', {
  summary: 'Change own name, languages, presence, preferences or password',
  permission: 'signedIn',
  body: z.object({
    name: z.string().trim().min(1).max(120).optional(),
    interfaceLanguage: z.enum(interfaceLanguages).optional(),
    timeZone: timeZone.optional(),
    presence: presence.optional(),
    preferences: preferences.optional(),
    currentPassword: z.string().max(200).optional(),
    newPassword: password.optional(),
  }),
  returns: me,
});
export const startSecondFactor = endpoint('POST /session/second-factor', {
  summary: 'Begin TOTP (RFC 6238): a secret and its otpauth address; active after confirmation',
  permission: 'signedIn',
  returns: z.object({ secret: z.string(), uri: z.string(), qr: z.string() }),
});
export const confirmSecondFactor = endpoint('PUT /session/second-factor', {
  summary: 'Confirm TOTP with a code',
  permission: 'signedIn',
  body: z.object({ secret: z.string().min(16).max(64), code: z.string().regex(/^\d{6}$/) }),
  returns: me,
});
export const removeSecondFactor = endpoint('DELETE /session/second-factor', {
  summary: 'Switch TOTP off',
  permission: 'signedIn',
  body: z.object({ code: z.string().regex(/^\d{6}$/) }),
  returns: me,
});

export const listPeople = endpoint('GET /people', {
  summary: 'Colleagues, for pickers and mentions',
  permission: 'people.read',
  returns: z.object({ items: z.array(person) }),
});
export const listUsers = endpoint('GET /users', {
  summary: 'Users with their settings',
  permission: 'people.write',
  returns: z.object({ items: z.array(user) }),
});
export const createUser = endpoint('POST /users', {
  summary: 'Add a user',
  permission: 'people.write',
  body: userInput,
  returns: user,
});
export const updateUser = endpoint('PATCH /users/:id', {
  summary: 'Change a user; switched off, their open tickets are routed anew',
  permission: 'people.write',
  params: byId,
  body: changesOf(userInput).extend({ isActive: z.boolean().optional(), resetSecondFactor: z.boolean().optional() }),
  returns: user,
});
export const listTeams = endpoint('GET /teams', {
  summary: 'Teams',
  permission: 'people.read',
  returns: z.object({ items: z.array(team) }),
});
export const createTeam = endpoint('POST /teams', {
  summary: 'Add a team',
  permission: 'team.write',
  body: teamInput,
  returns: team,
});
export const updateTeam = endpoint('PUT /teams/:id', {
  summary: 'Change a team',
  permission: 'team.write',
  params: byId,
  body: teamInput,
  returns: team,
});
export const deleteTeam = endpoint('DELETE /teams/:id', {
  summary: 'Remove a team',
  permission: 'team.write',
  params: byId,
  returns: nothing,
});

export const apiToken = z
  .object({
    id,
    name: z.string(),
    userId: id,
    createdAt: instant,
    usedAt: instant.nullable(),
    expiresAt: instant.nullable(),
  })
  .meta({ id: 'ApiToken' });
export const listApiTokens = endpoint('GET /api-tokens', {
  summary: 'API tokens',
  permission: 'settings.write',
  returns: z.object({ items: z.array(apiToken) }),
});
export const createApiToken = endpoint('POST /api-tokens', {
  summary: 'Make an API token; its text is shown once',
  permission: 'settings.write',
  body: z.object({ name: z.string().trim().min(1).max(80), userId: id, expiresAt: instant.nullable().default(null) }),
  returns: apiToken.extend({ token: z.string() }),
});
export const deleteApiToken = endpoint('DELETE /api-tokens/:id', {
  summary: 'Revoke an API token',
  permission: 'settings.write',
  params: byId,
  returns: nothing,
});
