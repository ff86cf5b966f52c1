import { z } from 'zod';
import { endpoint, nothing } from './endpoint.ts';
import type { ErrorTable } from './error-table.ts';
import { byId, instant } from './scalars.ts';

export const intakeErrors = {
  'intake.notRetryable': 409,
} satisfies ErrorTable;

/** What a message is about, as far as words tell; its name in every language is `intake:intent.<intent>`. */
export const intents = ['special_wish', 'after_sales', 'order_status', 'question', 'offer'] as const;
export type Intent = (typeof intents)[number];

/** Why a message joined its ticket or opened one; the sentence is `intake:threading.<code>`. */
export const threadingCodes = [
  'replyAddress',
  'ownMessageId',
  'references',
  'sameParent',
  'marketplaceOrder',
  'sameOrder',
  'marketplaceBuyer',
  'threadIndex',
  'subjectToken',
  'bouncedMessage',
  'newTicket',
  'stranger',
  'followUp',
  'unreadable',
] as const;
export type ThreadingCode = (typeof threadingCodes)[number];

/** Why a received message became no ticket; the sentence is `intake:ignored.<code>`. */
export const ignoredCodes = ['duplicate', 'ownMail'] as const;
export type IgnoredCode = (typeof ignoredCodes)[number];

export const getIntakeState = endpoint('GET /intake', {
  summary: 'How far the intake is behind',
  permission: 'channel.read',
  returns: z.object({
    /** Received and not yet a ticket; counted up to 10,000. */
    waiting: z.number().int(),
    oldestWaitingAt: instant.nullable(),
    /** Given up after repeated failures; their bytes are kept and they can be retried. */
    failed: z.number().int(),
  }),
});
export const retryReceived = endpoint('POST /received-messages/:id/retry', {
  summary: 'Take a message in again that was given up or ignored',
  permission: 'channel.write',
  params: byId,
  returns: nothing,
});
