import { z } from 'zod';
import { adminErrors } from './admin.ts';
import { cannedRepliesErrors } from './canned-replies.ts';
import { channelsErrors } from './channels.ts';
import { contactsErrors } from './contacts.ts';
import { deadlinesErrors } from './deadlines.ts';
import { deliveryErrors } from './delivery.ts';
import type { ErrorTable } from './error-table.ts';
import { identityErrors } from './identity.ts';
import { insightsErrors } from './insights.ts';
import { intakeErrors } from './intake.ts';
import { integrationErrors } from './integrations.ts';
import { productionErrors } from './production.ts';
import { realtimeErrors } from './realtime.ts';
import { routingErrors } from './routing.ts';
import { searchErrors } from './search.ts';
import { settingsErrors } from './settings.ts';
import { storesErrors } from './stores.ts';
import { ticketsErrors } from './tickets.ts';
import { translationErrors } from './translation.ts';

const requestErrors = {
  'request.invalid': 400,
  'request.notFound': 404,
  'request.tooLarge': 413,
  'request.tooMany': 429,
  'request.conflict': 409,
  'request.failed': 500,
  'request.unavailable': 503,
} satisfies ErrorTable;

/** Every refusal the server can utter. An unknown code does not compile. */
export const errors = {
  ...requestErrors,
  ...identityErrors,
  ...contactsErrors,
  ...storesErrors,
  ...settingsErrors,
  ...translationErrors,
  ...channelsErrors,
  ...ticketsErrors,
  ...routingErrors,
  ...deadlinesErrors,
  ...cannedRepliesErrors,
  ...productionErrors,
  ...integrationErrors,
  ...searchErrors,
  ...intakeErrors,
  ...deliveryErrors,
  ...insightsErrors,
  ...realtimeErrors,
  ...adminErrors,
};

export type ErrorCode = keyof typeof errors;

/** The one shape in which HTTP, sockets and the CLI render a refusal. */
export const errorBody = z
  .object({
    code: z.string(),
    message: z.string(),
    params: z.record(z.string(), z.unknown()),
    requestId: z.string().optional(),
  })
  .meta({ id: 'Error' });
export type ErrorBody = z.infer<typeof errorBody>;
