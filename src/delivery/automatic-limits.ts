import type { EntityManager } from 'typeorm';
import type { DeliveryFinding } from '../../libs/contracts/index.ts';

/** A vacation responder answers once a week (RFC 5230); a shop may confirm more often, never without end. */
const mostToContact = 3;
const mostInChannel = 200;

/**
 * Whether a mail that no person wrote may leave. Loops end here even where the other side cannot be recognised as automatic
 * or answers from a new address each time.
 * @returns why not, or null
 */
export async function automaticObstacle(
  db: EntityManager,
  mail: { channelId: string; to: readonly string[]; answersAutomatic: boolean },
): Promise<DeliveryFinding | null> {
  if (mail.answersAutomatic) return 'toAutomatic';
  const [counted]: { contact: number; channel: number }[] = await db.query(
    `SELECT count(*) FILTER (WHERE EXISTS (SELECT 1 FROM unnest(envelope_to) e WHERE lower(e) = ANY ($2)))::int AS contact, count(*) FILTER (WHERE created_at > now() - interval '1 hour')::int AS channel
     FROM outbox WHERE is_automatic AND channel_id = $1 AND created_at > now() - interval '1 day'`,
    [mail.channelId, mail.to.map((a) => a.toLowerCase())],
  );
  if (counted!.contact >= mostToContact) return 'tooManyToContact';
  return counted!.channel >= mostInChannel ? 'tooManyInChannel' : null;
}
