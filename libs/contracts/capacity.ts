import { z } from 'zod';
import { mostMoved } from './board.ts';
import { endpoint } from './endpoint.ts';
import { id } from './scalars.ts';

/** A week of ISO 8601: `2026-W48`. */
export const isoWeek = z.string().regex(/^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/);

export const capacityWeek = z
  .object({
    week: isoWeek,
    monday: z.iso.date(),
    /** Null where nobody has said how much production takes. */
    capacity: z.number().int().nullable(),
    /** The week differs from an ordinary one. */
    isException: z.boolean(),
    note: z.string(),
    /** Accepted for this week, whether made already or not. */
    promised: z.number().int(),
    /** Wanted for this week by what production has not answered yet. */
    asked: z.number().int(),
  })
  .meta({ id: 'CapacityWeek' });
export type CapacityWeek = z.infer<typeof capacityWeek>;

export const capacity = z
  .object({
    perWeek: z.number().int().nullable(),
    /** What is counted: pieces, whatever their specification, or specifications. */
    counts: z.enum(['pieces', 'orders']),
    weeks: z.array(capacityWeek),
  })
  .meta({ id: 'Capacity' });
export type Capacity = z.infer<typeof capacity>;

export const getCapacity = endpoint('GET /production/capacity', {
  summary: 'What production takes in each of the coming weeks, and what it has promised',
  permission: 'production.read',
  query: z.object({
    /** Without it the week it is where the caller is. */
    from: isoWeek.optional(),
    weeks: z.coerce.number().int().min(1).max(60).default(12),
  }),
  returns: capacity,
});
const amount = z.number().int().min(0).max(100_000);
export const saveCapacity = endpoint('PUT /production/capacity', {
  summary: 'How much an ordinary week takes, and the weeks that differ; weeks that are not named stay as they are',
  permission: 'capacity.write',
  body: z.object({
    perWeek: amount.nullable(),
    counts: capacity.shape.counts,
    weeks: z
      .array(
        z.object({
          week: isoWeek,
          /** Null: as an ordinary week again. */
          capacity: amount.nullable(),
          note: z.string().trim().max(200).default(''),
        }),
      )
      .max(120)
      .default([]),
  }),
  returns: capacity,
});

/** A week that does not take what is to be promised for it. */
export const fullWeek = capacityWeek
  .pick({ week: true, monday: true, promised: true })
  .extend({ capacity: z.number().int(), adding: z.number().int() });
export const roomCheck = z
  .object({
    /** Weeks that these specifications would fill beyond what they take; empty where all is well or nothing is known. */
    full: z.array(fullWeek),
    /** The first week, from the first full one on, that takes all of them; null where none does within a year. */
    firstRoom: z
      .object({
        week: isoWeek,
        monday: z.iso.date(),
        /** Days from today to the Friday of that week. */
        leadTimeDays: z.number().int(),
      })
      .nullable(),
  })
  .meta({ id: 'RoomCheck' });
export type RoomCheck = z.infer<typeof roomCheck>;
export const checkRoom = endpoint('POST /production/capacity/check', {
  summary: 'Whether the weeks take what is about to be promised; changes nothing',
  permission: 'production.read',
  body: z.object({
    ids: z.array(id).min(1).max(mostMoved),
    leadTimeDays: z.number().int().min(0).max(1000).nullable().default(null),
    extraDays: z.number().int().min(0).max(1000).nullable().default(null),
  }),
  returns: roomCheck,
});
