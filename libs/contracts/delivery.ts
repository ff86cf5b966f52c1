import { z } from 'zod';
import { binary, endpoint } from './endpoint.ts';
import type { ErrorTable } from './error-table.ts';
import { byId, id, instant, page, pageQuery } from './scalars.ts';

export const deliveryErrors = {
  'delivery.notFound': 404,
  'delivery.notRetryable': 409,
  'delivery.notStoppable': 409,
} satisfies ErrorTable;

export const retryDelivery = endpoint('POST /messages/:id/delivery/retry', {
  summary: 'Send a failed or uncertain answer again; an uncertain one may arrive twice',
  permission: 'ticket.reply',
  params: byId,
  returns: z.object({ state: z.string() }),
});

export const stopDelivery = endpoint('POST /messages/:id/delivery/stop', {
  summary: 'Give up an answer that waits for its next try; it then counts as failed',
  permission: 'ticket.reply',
  params: byId,
  returns: z.object({ state: z.string() }),
});

export const sentMail = z
  .object({
    id,
    messageId: id.nullable(),
    from: z.string(),
    to: z.array(z.string()),
    subject: z.string(),
    sentAt: instant,
    size: z.number().int(),
  })
  .meta({ id: 'SentMail' });
export type SentMail = z.infer<typeof sentMail>;
export const listSentMail = endpoint('GET /sent-mail', {
  summary: 'What left through the built-in sink, newest first',
  permission: 'sentMail.read',
  query: pageQuery,
  returns: page(sentMail),
});
export const getSentMail = endpoint('GET /sent-mail/:id', {
  summary: 'A mail as the buyer sees it',
  permission: 'sentMail.read',
  params: byId,
  returns: sentMail.extend({
    text: z.string(),
    html: z.string().nullable(),
    headers: z.array(z.object({ name: z.string(), value: z.string() })),
    attachments: z.array(z.object({ name: z.string(), type: z.string(), size: z.number().int() })),
  }),
});
export const getSentMailRaw = endpoint('GET /sent-mail/:id/raw', {
  summary: 'A sent mail byte for byte',
  permission: 'sentMail.read',
  params: byId,
  returns: binary,
});

/** Why an answer did not leave, where it is our own finding and not a server's words: keys of the texts `delivery:*`. */
export type DeliveryFinding =
  | 'interrupted'
  | 'noServer'
  | 'noChannel'
  | 'notComposed'
  | 'expired'
  | 'stopped'
  | 'toAutomatic'
  | 'tooManyToContact'
  | 'tooManyInChannel';

/** A finding as it stands in `delivery.detail` of a message. */
export const deliveryFinding = (finding: DeliveryFinding, said = ''): string => `delivery:${finding}\n${said}`;

/**
 * Reads `delivery.detail`: the key and parameter of a text to translate, or the next server's own words to be shown as they are.
 */
export function readDeliveryDetail(detail: string): { key: string; said: string } | { key: null; said: string } {
  const found = /^(delivery:[a-zA-Z]+)\n([\s\S]*)$/.exec(detail);
  return found ? { key: found[1]!, said: found[2]! } : { key: null, said: detail };
}
