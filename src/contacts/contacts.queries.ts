import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { z } from 'zod';
import { localDayInfo } from '../../libs/business-time/index.ts';
import type { Contact, contactCulture, contactTicket, Order } from '../../libs/contracts/index.ts';
import { translator } from '../../libs/i18n/server.ts';
import { cultureOf, type Habit, habitsOf } from '../../libs/language/index.ts';
import { Clock, ensure } from '../platform/index.ts';

type ContactRow = Omit<Contact, 'createdAt'> & { createdAt: Date };
type OrderRow = Omit<Order, 'placedAt' | 'total'> & { placedAt: Date; total: string | null };

@Injectable()
export class ContactsQueries {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async find(id: string): Promise<Contact> {
    const rows: ContactRow[] = await this.source.query(
      `SELECT c.id, c.name, c.company, c.language, c.country, c.time_zone AS "timeZone", c.notes, c.created_at AS "createdAt",
              (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', a.kind, 'value', a.value,
                 'bouncedAt', to_char(a.bounced_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) ORDER BY a.created_at), '[]')
               FROM contact_addresses a WHERE a.contact_id = c.id) AS addresses
       FROM contacts c WHERE c.id = $1`,
      [id],
    );
    ensure(rows[0], 'contact.notFound');
    return { ...rows[0], createdAt: rows[0].createdAt.toISOString() };
  }

  async orders(contactId: string): Promise<Order[]> {
    const rows: OrderRow[] = await this.source.query(
      `SELECT id, store_id AS "storeId", external_id AS "externalId", placed_at AS "placedAt", status, currency, total, tracking, lines
       FROM orders WHERE contact_id = $1 ORDER BY placed_at DESC LIMIT 20`,
      [contactId],
    );
    return rows.map((o) => ({
      ...o,
      placedAt: o.placedAt.toISOString(),
      total: o.total === null ? null : Number(o.total),
    }));
  }

  /** Their tickets, newest first. The table is asked by name: tickets is a room above this one. */
  async tickets(contactId: string): Promise<z.infer<typeof contactTicket>[]> {
    const rows: { id: string; number: string; subject: string; status: string; lastMessageAt: Date }[] =
      await this.source.query(
        `SELECT id, number, subject, status, last_message_at AS "lastMessageAt" FROM tickets WHERE contact_id = $1 AND merged_into IS NULL
       ORDER BY last_message_at DESC LIMIT 20`,
        [contactId],
      );
    return rows.map((t) => ({ ...t, number: Number(t.number), lastMessageAt: t.lastMessageAt.toISOString() }));
  }

  /** What day it is where the buyer lives, and what is customary there; null where no country is known. */
  culture(contact: Pick<Contact, 'country' | 'timeZone'>, language: string): z.infer<typeof contactCulture> | null {
    const culture = contact.country ? cultureOf(contact.country) : null;
    const known = contact.country ? habitsOf(contact.country) : null;
    const timeZone = contact.timeZone ?? culture?.timeZones[0];
    if (!contact.country || !timeZone) return null;
    const day = localDayInfo(contact.country, timeZone, this.clock.now(), language);
    return {
      ...day,
      holiday: day.holiday ?? null,
      units: known ? inWords(known.units, language) : null,
      salutation: culture?.letter.open[0] ?? null,
      closing: culture?.letter.close[0] ?? null,
      notes: known?.habits.map((h) => inWords(h, language)) ?? [],
    };
  }
}

/** A habit in a language; a language that it speaks of is named in that language too. */
function inWords({ key, params }: Habit, language: string): string {
  const names = new Intl.DisplayNames(language, { type: 'language' });
  const filled: Record<string, string> = { ...params };
  if (filled['language']) filled['language'] = names.of(filled['language']) ?? filled['language'];
  return translator(language)(`culture:${key}`, filled);
}
