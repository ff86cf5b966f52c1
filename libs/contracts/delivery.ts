import { z } from 'zod';
import { binary, endpoint } from './endpoint.ts';
import type { ErrorTable } from './error-table.ts';
import { byId, id, instant, page, pageQuery } from './scalars.ts';

export const deliveryErrors = {
  'delivery.notFound': 404,
  'delivery.notRetryable': 409,
} satisfies ErrorTable;

export const retryDelivery = endpoint('POST /messages/:id/delivery/retry', {
  summary: 'Send a failed or uncertain answer again; an uncertain one may arrive twice',
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
