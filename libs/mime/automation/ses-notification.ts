import { z } from 'zod';
import type { BounceRecipient } from '../types.ts';

const recipient = z.object({
  emailAddress: z.string().default(''),
  action: z.string().default(''),
  status: z.string().default(''),
  diagnosticCode: z.string().default(''),
});
const notification = z.object({
  notificationType: z.string().optional(),
  eventType: z.string().optional(),
  mail: z.object({ commonHeaders: z.object({ messageId: z.string().optional() }).optional() }).optional(),
  bounce: z
    .object({ bounceType: z.string().default(''), bouncedRecipients: z.array(recipient).default([]) })
    .optional(),
});

export interface SesNotification {
  kind: 'bounce' | 'complaint' | 'delivery';
  recipients: BounceRecipient[];
  originalMessageId: string | null;
}

/** The JSON that Amazon SES sends by mail through SNS; null for any other text. */
export function readSesNotification(text: string): SesNotification | null {
  const start = text.slice(0, 200).search(/\S/);
  if (text[start] !== '{' || !/"(?:notification|event)Type"/.test(text.slice(0, 4_000))) return null;
  const end = text.lastIndexOf('}');
  let json: unknown;
  try {
    json = JSON.parse(text.slice(start, end + 1));
  } catch {
    // SNS appends its own footer, and old mailers break long lines inside of strings: the type is enough.
    json = { notificationType: /"(?:notification|event)Type"\s{0,3}:\s{0,3}"(\w{1,20})"/.exec(text)?.[1] };
  }
  const parsed = notification.safeParse(json);
  const kind = parsed.data?.notificationType?.toLowerCase() ?? parsed.data?.eventType?.toLowerCase();
  if (!parsed.success || (kind !== 'bounce' && kind !== 'complaint' && kind !== 'delivery')) return null;
  return {
    kind,
    recipients: (parsed.data.bounce?.bouncedRecipients ?? []).map((r) => ({
      recipient: r.emailAddress,
      action: r.action || 'failed',
      status: r.status,
      diagnostic: r.diagnosticCode,
    })),
    originalMessageId: parsed.data.mail?.commonHeaders?.messageId ?? null,
  };
}
