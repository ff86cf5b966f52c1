import { z } from 'zod';
import { id, instant, languageTag } from './scalars.ts';
import { specificationState, valueChange } from './specification-shapes.ts';

/** One line of a sheet: numbers are the stored ones in any language; what was not said is said to be so. */
export const sheetRow = z.object({
  attribute: z.string(),
  label: z.string(),
  text: z.string(),
  stated: z.string().nullable(),
  state: z.enum(['confirmed', 'assumed', 'open', 'not_said']),
  isMandatory: z.boolean(),
  change: z.enum(['none', 'added', 'changed', 'removed']),
  before: z.string().nullable(),
});
export const sheetItem = z.object({
  itemId: id,
  number: z.number().int(),
  productType: z.string(),
  title: z.string(),
  quantity: z.number().nullable(),
  /** Both figures of the size as texts, or none; and what stands beside it. */
  headline: z.object({ size: z.array(z.string()), facts: z.array(z.string()) }),
  groups: z.array(z.object({ group: z.string(), label: z.string(), rows: z.array(sheetRow) })),
  /** The elevation and plan as SVG, drawn to scale by us. */
  drawing: z.string(),
});
export const sheetPicture = z.object({
  id,
  /** Neutral: number, version and place, as `1001-v2-1`. */
  name: z.string(),
  width: z.number().int(),
  height: z.number().int(),
  caption: z.string(),
});
export const sheet = z
  .object({
    specificationId: id,
    number: z.number().int(),
    version: z.number().int(),
    hash: z.string(),
    language: languageTag,
    title: z.string(),
    state: specificationState,
    createdAt: instant,
    dueDate: z.iso.date().nullable(),
    items: z.array(sheetItem),
    pictures: z.array(sheetPicture),
    changes: z.array(valueChange),
  })
  .meta({ id: 'Sheet' });
export type Sheet = z.infer<typeof sheet>;
