import { z } from 'zod';

/** Scalars used by several rooms. Dates travel as ISO 8601 strings in UTC. */
export const id = z.uuid();
export const instant = z.iso.datetime({ offset: true });
/** ISO 639-1, with a script or region where it matters: zh-CN, pt-BR. */
export const languageTag = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);
/** ISO 3166-1 alpha-2. */
export const countryCode = z.string().regex(/^[A-Z]{2}$/);
export const regionCode = z.enum([
  'europe',
  'north_america',
  'latin_america',
  'middle_east',
  'africa',
  'south_asia',
  'southeast_asia',
  'east_asia',
  'oceania',
  'cis',
]);
export type RegionCode = z.infer<typeof regionCode>;
export const emailAddress = z
  .string()
  .trim()
  .min(3)
  .max(320)
  .regex(/^[^\s@<>]+@[^\s@<>]+$/);

export const byId = z.object({ id });

/** One page of a keyset-paged list; `next` is opaque and null on the last page. */
export const page = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() });
export const pageQuery = z.object({
  after: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

type Changes<S extends z.ZodRawShape> = {
  [K in keyof S]: z.ZodOptional<S[K] extends z.ZodDefault<infer Inner> ? Inner : S[K]>;
};
/** Every field may be left out and then stays as it is; `partial()` alone would fill in defaults and so overwrite it. */
export function changesOf<S extends z.ZodRawShape>(schema: z.ZodObject<S>): z.ZodObject<Changes<S>> {
  const fields = Object.entries(schema.shape).map(([name, field]) => [
    name,
    z.optional(field instanceof z.ZodDefault ? field.unwrap() : field),
  ]);
  return z.object(Object.fromEntries(fields) as Changes<S>);
}
