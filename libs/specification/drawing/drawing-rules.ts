import { z } from 'zod';

/** A leaf or pane in its opening: elevation from outside and plan. Every name is an attribute of the pack. */
const elevation = z.object({
  kind: z.literal('elevation'),
  width: z.string(),
  height: z.string(),
  /** Hinge side seen from the side the leaf opens towards: left, right. */
  side: z.string(),
  /** Way of opening: inward, outward. */
  swing: z.string(),
  /** Hinge side seen from outside: left, right. */
  outside: z.string(),
  /** Fixed and moving panels: OX, OXXO. */
  layout: z.string(),
  /** List of openings in the leaf, each with its size in mm. */
  openings: z.string(),
  /** Product types that are drawn with a plan. */
  withPlan: z.array(z.string()),
  /** Product types with a pane in a frame. */
  glazed: z.array(z.string()),
});
export type ElevationRules = z.infer<typeof elevation>;

/** A slab seen from above, its back at the wall, with what is cut out of it. */
const slab = z.object({
  kind: z.literal('slab'),
  length: z.string(),
  depth: z.string(),
  /** Product types that stand free. */
  freestanding: z.array(z.string()),
  cutouts: z.array(
    z.object({
      length: z.string(),
      depth: z.string(),
      /** left, centre, right. */
      position: z.string(),
    }),
  ),
});
export type SlabRules = z.infer<typeof slab>;

/** How a trade's things are drawn to scale; data of a pack. */
export const drawingRules = z.discriminatedUnion('kind', [elevation, slab]);

/** Attributes that a pack's drawing reads. */
export const attributesDrawn = (rules: z.infer<typeof drawingRules>): string[] =>
  rules.kind === 'elevation'
    ? [rules.width, rules.height, rules.side, rules.swing, rules.outside, rules.layout, rules.openings]
    : [rules.length, rules.depth, ...rules.cutouts.flatMap((c) => [c.length, c.depth, c.position])];
