import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newId } from '../platform/index.ts';

export interface Sender {
  kind: 'email' | 'relay' | 'platform';
  /** Address or platform identity, in any case. */
  value: string;
  name: string;
}

export interface KnownContact {
  id: string;
  name: string;
  language: string | null;
  languageIsCorrected: boolean;
  country: string | null;
  countryIsCorrected: boolean;
  lastAssigneeId: string | null;
  isNew: boolean;
}

/** Who wrote: finds or makes the contacts of a whole batch in two statements, in the caller's transaction. */
@Injectable()
export class IdentifyContacts {
  /** @returns contacts by `kind:value` in lower case */
  async identify(db: EntityManager, senders: readonly Sender[]): Promise<Map<string, KnownContact>> {
    const wanted = new Map(senders.map((s) => [keyOf(s), { ...s, value: s.value.toLowerCase() }]));
    const known = await this.find(db, [...wanted.values()]);
    const missing = [...wanted]
      .filter(([key]) => !known.has(key))
      .map(([, s]) => ({ id: newId(), ...s, name: s.name.trim() || s.value }));
    if (missing.length === 0) return known;
    // Two workers may meet the same new buyer: whose address row wins, wins; the other's contact row is dropped.
    await db.query(
      `WITH input AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS n (id uuid, kind text, value text, name text)),
            made AS (INSERT INTO contacts (id, name) SELECT id, left(name, 200) FROM input RETURNING id)
       INSERT INTO contact_addresses (kind, value, contact_id) SELECT kind, value, id FROM input ORDER BY value ON CONFLICT (value, kind) DO NOTHING`,
      [JSON.stringify(missing)],
    );
    const now = await this.find(db, missing);
    const lost = missing.filter((m) => now.get(keyOf(m))?.id !== m.id).map((m) => m.id);
    if (lost.length > 0) await db.query('DELETE FROM contacts WHERE id = ANY ($1)', [lost]);
    const made = new Set(missing.map((m) => m.id));
    for (const [key, contact] of now) known.set(key, { ...contact, isNew: made.has(contact.id) });
    return known;
  }

  /** Keeps what a batch learned about its buyers; what a person corrected stays. */
  async learn(
    db: EntityManager,
    facts: readonly { id: string; language: string | null; country: string | null }[],
  ): Promise<void> {
    if (facts.length === 0) return;
    await db.query(
      `UPDATE contacts c SET
         language = CASE WHEN c.language_is_corrected OR n.language IS NULL THEN c.language ELSE n.language END,
         country = CASE WHEN c.country_is_corrected OR n.country IS NULL THEN c.country ELSE n.country END
       FROM jsonb_to_recordset($1::jsonb) AS n (id uuid, language text, country text)
       WHERE n.id = c.id AND ((NOT c.language_is_corrected AND n.language IS DISTINCT FROM c.language AND n.language IS NOT NULL)
                           OR (NOT c.country_is_corrected AND n.country IS DISTINCT FROM c.country AND n.country IS NOT NULL))`,
      [JSON.stringify(facts)],
    );
  }

  private async find(db: EntityManager, senders: readonly Sender[]): Promise<Map<string, KnownContact>> {
    const rows: (KnownContact & { kind: Sender['kind']; value: string })[] = await db.query(
      `SELECT a.kind, a.value, c.id, c.name, c.language, c.language_is_corrected AS "languageIsCorrected", c.country,
              c.country_is_corrected AS "countryIsCorrected", c.last_assignee_id AS "lastAssigneeId", false AS "isNew"
       FROM contact_addresses a JOIN contacts c ON c.id = a.contact_id
       WHERE (a.value, a.kind) IN (SELECT value, kind FROM jsonb_to_recordset($1::jsonb) AS n (kind text, value text))`,
      [JSON.stringify(senders.map(({ kind, value }) => ({ kind, value })))],
    );
    return new Map(rows.map(({ kind, value, ...c }) => [`${kind}:${value}`, c]));
  }
}

export const keyOf = (sender: Pick<Sender, 'kind' | 'value'>): string => `${sender.kind}:${sender.value.toLowerCase()}`;
