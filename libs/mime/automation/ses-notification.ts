import { z } from 'zod';
import type { BounceRecipient } from '../types.ts';

const recipient = z.object({
  emailAddress: z.string().default(''),
  action: z.string().default(''),
  status: z.string().default(''),
  diagnosticCode: z.string().default(''),
});
const notification = z.object({
  /** SNS's own envelope: the notification is a JSON text inside. */
  Message: z.string().optional(),
  notificationType: z.string().optional(),
  eventType: z.string().optional(),
  mail: z.object({ commonHeaders: z.object({ messageId: z.string().optional() }).optional() }).optional(),
  bounce: z
    .object({ bounceType: z.string().default(''), bouncedRecipients: z.array(recipient).default([]) })
    .optional(),
});

type Notification = z.infer<typeof notification>;

export interface SesNotification {
  kind: 'bounce' | 'complaint' | 'delivery';
  recipients: BounceRecipient[];
  originalMessageId: string | null;
}

function parse(text: string): Notification | null {
  try {
    const parsed = notification.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

// SNS appends a footer of its own, and old mailers break long lines inside of strings: the type alone is enough then.
function typeOnly(text: string): Notification {
  return { notificationType: /"(?:notification|event)Type"\s{0,3}:\s{0,3}"(\w{1,20})"/.exec(text)?.[1] };
}

/** The JSON that Amazon SES sends by mail through SNS; null for any other text. */
export function readSesNotification(text: string): SesNotification | null {
  const start = text.slice(0, 200).search(/\S/);
  if (text[start] !== '{' || !/"?(?:notification|event)Type\\?"/.test(text.slice(0, 4_000))) return null;
  const outer = parse(text.slice(start, text.lastIndexOf('}') + 1));
  const data = (outer?.Message ? parse(outer.Message) : outer) ?? typeOnly(text.replaceAll('\\"', '"'));
  const kind = (data.notificationType ?? data.eventType)?.toLowerCase();
  if (kind !== 'bounce' && kind !== 'complaint' && kind !== 'delivery') return null;
  return {
    kind,
    recipients: (data.bounce?.bouncedRecipients ?? []).map((r) => ({
      recipient: r.emailAddress,
      action: r.action || 'failed',
      status: r.status,
      diagnostic: r.diagnosticCode,
    })),
    originalMessageId: data.mail?.commonHeaders?.messageId ?? null,
  };
}
