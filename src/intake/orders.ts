import type { EntityManager } from 'typeorm';
import type { ReadMail } from './read-mail.ts';

/** Which of the numbers that stand behind the word "order" are orders of ours. */
export async function knownOrders(db: EntityManager, mails: readonly ReadMail[]): Promise<Set<string>> {
  const possible = [...new Set(mails.flatMap((m) => m.possibleOrders))];
  if (possible.length === 0) return new Set();
  const rows: { id: string }[] = await db.query(
    'SELECT DISTINCT external_id AS id FROM orders WHERE external_id = ANY ($1)',
    [possible],
  );
  return new Set(rows.map((r) => r.id));
}
