import type { EntityManager } from 'typeorm';
import { newId } from '../platform/index.ts';

/** A line in the ticket's trail, in the caller's transaction. @returns its id */
export async function recordEvent(
  db: EntityManager,
  ticketId: string,
  userId: string | null,
  type: string,
  data: object,
): Promise<string> {
  const id = newId();
  await db.query('INSERT INTO ticket_events (id, ticket_id, user_id, type, data) VALUES ($1, $2, $3, $4, $5)', [
    id,
    ticketId,
    userId,
    type,
    JSON.stringify(data),
  ]);
  return id;
}
