import type { EntityManager } from 'typeorm';
import type { Claimed } from './batch.ts';

/** Either the oldest that nobody else has taken, or certain ones. */
export type Pick = { limit: number; except: readonly string[] } | { ids: readonly string[] };

/** Bytes taken at a time: a batch of large mails must not fill the memory. A larger single one goes alone. */
const byteLimit = 16 * 1024 * 1024;

/** Locks received messages for the caller's transaction, oldest first; other workers pass them by. */
export function claim(db: EntityManager, pick: Pick): Promise<Claimed[]> {
  const [chosen, value] =
    'ids' in pick ? ['r.id = ANY ($3::uuid[])', pick.ids] : ['r.id <> ALL ($3::uuid[])', pick.except];
  return db.query(
    `WITH waiting AS (SELECT r.id, r.size FROM received_messages r WHERE r.state = 'received' AND ${chosen} ORDER BY r.id LIMIT $1 FOR UPDATE SKIP LOCKED),
          fitting AS (SELECT id FROM (SELECT id, sum(size) OVER (ORDER BY id) - size AS before FROM waiting) w WHERE before < $2)
     SELECT r.id, r.channel_id AS "channelId", c.store_id AS "storeId", CASE WHEN s.id IS NULL THEN '{}' ELSE s.default_language || s.languages END AS "storeLanguages", s.country AS "storeCountry",
            r.size, r.raw, ARRAY(SELECT jsonb_array_elements_text(r.envelope->'to')) AS "envelopeTo", r.is_history AS "isHistory", r.received_at AS "receivedAt"
     FROM fitting f JOIN received_messages r ON r.id = f.id JOIN channels c ON c.id = r.channel_id LEFT JOIN stores s ON s.id = c.store_id ORDER BY r.id`,
    ['limit' in pick ? pick.limit : pick.ids.length, byteLimit, value],
  );
}

/** Addresses of ours: stores and channels. */
export async function ownAddresses(db: EntityManager): Promise<string[]> {
  const rows: { address: string }[] = await db.query(
    'SELECT lower(sender_address) AS address FROM stores UNION SELECT unnest(addresses) FROM channels',
  );
  return rows.map((r) => r.address);
}
