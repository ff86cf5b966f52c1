import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { AppError, Events, ensure } from '../platform/index.ts';

export interface ContactChanges {
  name?: string;
  company?: string | null;
  language?: string | null;
  country?: string | null;
  timeZone?: string | null;
  notes?: string;
}

/** Corrections by a person; they outrank whatever is guessed from later messages. */
@Injectable()
export class UpdateContact {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly events: Events,
  ) {}

  async update(id: string, changes: ContactChanges, joined?: EntityManager): Promise<void> {
    const db = joined ?? this.source.manager;
    const has = (key: keyof ContactChanges) => changes[key] !== undefined;
    const [, affected] = await db.query(
      `UPDATE contacts SET
         name = CASE WHEN $2 THEN $3 ELSE name END,
         company = CASE WHEN $4 THEN $5 ELSE company END,
         language = CASE WHEN $6 THEN $7 ELSE language END, language_is_corrected = language_is_corrected OR $6,
         country = CASE WHEN $8 THEN $9 ELSE country END, country_is_corrected = country_is_corrected OR $8,
         time_zone = CASE WHEN $10 THEN $11 ELSE time_zone END,
         notes = coalesce($12, notes), updated_at = now()
       WHERE id = $1`,
      [
        id,
        has('name'),
        changes.name ?? null,
        has('company'),
        changes.company ?? null,
        has('language'),
        changes.language ?? null,
        has('country'),
        changes.country ?? null,
        has('timeZone'),
        changes.timeZone ?? null,
        changes.notes ?? null,
      ],
    );
    ensure(affected, 'contact.notFound');
    if (changes.name) await db.query('UPDATE tickets SET contact_name = $2 WHERE contact_id = $1', [id, changes.name]);
    await this.events.publish(db, { type: 'contact.changed', contactId: id });
  }

  /** Everything of the other contact moves here; the other stays as a pointer for what still names it. */
  async merge(id: string, otherId: string): Promise<void> {
    if (id === otherId) throw new AppError('contact.sameContact');
    await this.source.transaction(async (db) => {
      const rows: { id: string; name: string }[] = await db.query(
        'SELECT id, name FROM contacts WHERE id = ANY ($1) AND merged_into IS NULL FOR UPDATE',
        [[id, otherId]],
      );
      const kept = rows.find((r) => r.id === id);
      if (rows.length < 2 || !kept) throw new AppError('contact.notFound');
      await db.query('UPDATE contact_addresses SET contact_id = $1 WHERE contact_id = $2', [id, otherId]);
      await db.query('UPDATE orders SET contact_id = $1 WHERE contact_id = $2', [id, otherId]);
      await db.query('UPDATE tickets SET contact_id = $1, contact_name = $3 WHERE contact_id = $2', [
        id,
        otherId,
        kept.name,
      ]);
      await db.query('UPDATE contacts SET merged_into = $1, updated_at = now() WHERE id = $2', [id, otherId]);
      await this.events.publish(db, { type: 'contact.changed', contactId: id });
    });
  }
}
