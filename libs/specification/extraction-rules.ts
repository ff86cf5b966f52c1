import { z } from 'zod';

/** A value of an attribute as rules name it. */
export const ruleValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);
const values = z.record(z.string(), ruleValue);

/** What a word of the trade means; terms for it stand in the pack's lexicons. */
export const conceptDefinition = z.object({
  kind: z.enum([
    'type',
    'qualifier',
    'value',
    'flag',
    'list',
    'opening',
    'part',
    'count',
    'partValue',
    'reference',
    'mark',
    'certificate',
  ]),
  attribute: z.string().optional(),
  value: ruleValue.optional(),
  /** Part whose measures follow: `threshold`, `wall`. */
  part: z.string().optional(),
  family: z.string().optional(),
  /** Of a type: any product of its family may be meant. */
  isGeneral: z.boolean().optional(),
  /** Of a type: says which piece of the product is wanted (leaf only, frame only). */
  isScope: z.boolean().optional(),
  /** Of a type: a piece of a product (spare lock): it is what is wanted where it is named. */
  isPart: z.boolean().optional(),
  /** Of a type: families that it hangs on (shutters on windows): named after it they are no products. */
  hosts: z.array(z.string()).optional(),
  /** Of a qualifier: general type or family → type. */
  types: z.record(z.string(), z.string()).optional(),
  weight: z.number().optional(),
  /** Further values that are said with it. */
  also: values.optional(),
  negated: z.object({ attribute: z.string(), value: ruleValue }).optional(),
  /** Counts only where this part is spoken of in the same sentence. */
  needs: z.string().optional(),
  least: z.number().optional(),
  /** Attribute that a number right before the word sets: one plate. */
  counted: z.string().optional(),
  families: z.array(z.string()).optional(),
  field: z.string().optional(),
  mark: z.string().optional(),
  /** Ambiguity that comes with it. */
  code: z.string().optional(),
  isOpen: z.boolean().optional(),
});
export type ConceptDefinition = z.infer<typeof conceptDefinition>;

const bare = z.array(z.tuple([z.number(), z.enum(['mm', 'cm', 'm'])]));
const partRule = z.object({
  attribute: z.string().optional(),
  pair: z.tuple([z.string(), z.string().nullable()]).optional(),
  /** Attribute that takes the thickness as text. */
  thickness: z.string().optional(),
  single: z.object({ attribute: z.string(), value: ruleValue }).optional(),
  fields: z.array(z.string()).optional(),
  range: z.tuple([z.number(), z.number()]),
  /** A figure without unit up to the limit counts in the unit. */
  bare: bare.optional(),
  bareInches: z.boolean().optional(),
  implies: values.optional(),
  wins: z.boolean().optional(),
  /** What said in its clause is its own, not the product's. */
  owns: z.array(z.enum(['figures', 'sides'])).optional(),
  needs: z.string().optional(),
  code: z.string().optional(),
});
export type PartRule = z.infer<typeof partRule>;

const patternRule = z.object({
  attribute: z.string(),
  pattern: z.string(),
  flags: z.string().optional(),
  value: z.string().optional(),
  number: z.number().optional(),
  times: z.number().optional(),
  unit: z.string().optional(),
  code: z.string().optional(),
  near: z.array(z.string()).optional(),
  unlessNear: z.array(z.string()).optional(),
  countries: z.array(z.string()).optional(),
  map: z.record(z.string(), z.string()).optional(),
  squeeze: z.boolean().optional(),
  /** What a make-up of three or of five parts says besides. */
  panes: z.object({ attribute: z.string(), three: z.string(), five: z.string() }).optional(),
  also: values.optional(),
});
export type PatternRule = z.infer<typeof patternRule>;

const certificateRule = z.object({
  pattern: z.string(),
  flags: z.string().optional(),
  value: z.string(),
  unless: z.string().optional(),
  countries: z.array(z.string()).optional(),
  country: z.boolean().optional(),
  squeeze: z.boolean().optional(),
  code: z.string().optional(),
});
export type CertificateRule = z.infer<typeof certificateRule>;

const side = z.enum(['left', 'right']);
const handingRule = z.object({
  side: z.string(),
  swing: z.string(),
  outside: z.string(),
  stated: z.string(),
  hinge: z.array(z.string()),
  handle: z.array(z.string()),
  insideFamilies: z.array(z.string()),
  slidingTypes: z.array(z.string()),
  inwardTypes: z.array(z.string()),
  conventions: z.array(
    z.object({
      pattern: z.string(),
      side,
      swing: z.enum(['inward', 'outward']).optional(),
      /** Holds only when the text says this way of opening, or none. */
      swingIs: z.enum(['inward', 'outward']).optional(),
      languages: z.array(z.string()).optional(),
      countries: z.array(z.string()).optional(),
      families: z.array(z.string()).optional(),
      unlessView: z.boolean().optional(),
      ask: z.boolean().optional(),
      askUnless: z.string().optional(),
      needs: z.string().optional(),
    }),
  ),
});
export type HandingRule = z.infer<typeof handingRule>;

const ambiguityRule = z.object({
  code: z.string(),
  attribute: z.string(),
  opening: z.array(z.string()).optional(),
  openingWithoutSize: z.boolean().optional(),
  has: z.array(z.string()).optional(),
  missing: z.array(z.string()).optional(),
  with: z.array(z.string()).optional(),
  values: values.optional(),
  below: z.record(z.string(), z.number()).optional(),
  types: z.array(z.string()).optional(),
  mark: z.string().optional(),
});
export type AmbiguityRule = z.infer<typeof ambiguityRule>;

/** How a trade's values are found in text and what follows from them; data of a pack. */
export const extractionRules = z.object({
  size: z
    .object({
      width: z.string(),
      height: z.string(),
      /** Words of measures (width, height, length, depth) → the axis they mean, where a trade calls them otherwise. */
      labels: z.record(z.string(), z.enum(['width', 'height'])).optional(),
      reference: z.string().optional(),
      /** Value of the reference that is the piece itself: trade codes mean it, and a number before it counts. */
      piece: z.string().optional(),
      third: z.string().optional(),
      thirdRange: z.tuple([z.number(), z.number()]).optional(),
      /** Height that only a height can have: settles which figure is which. */
      typicalHeight: z.tuple([z.number(), z.number()]).optional(),
      uprightFamilies: z.array(z.string()).default([]),
      uprightTypes: z.array(z.string()).default([]),
      flatFamilies: z.array(z.string()).default([]),
      smallest: z.number(),
      largest: z.number(),
      /** Sizes called by four digits, feet and inches of width and height: 3068. Groups: the four digits. `cue` tells them where no country does. */
      nominal: z.object({ pattern: z.string(), countries: z.array(z.string()), cue: z.string().optional() }).optional(),
    })
    .optional(),
  quantity: z.string().optional(),
  /** Attributes whose words may share letters with words of others: the oak of an oak veneer. */
  apart: z.array(z.string()).default([]),
  colours: z
    .object({
      outside: z.string(),
      inside: z.string().optional(),
      ofPart: z.record(z.string(), z.string()).default({}),
      ignoredParts: z.array(z.string()).default([]),
      /** Attribute that tells whether the wood is the product's own. */
      speciesOf: z.string().optional(),
      speciesAttribute: z.string().optional(),
      speciesMaterials: z.array(z.string()).default([]),
      /** Attributes whose words may hold a colour's: oak veneer. */
      besides: z.array(z.string()).default([]),
      speciesColours: z.record(z.string(), z.string()).default({}),
    })
    .optional(),
  places: z
    .object({ country: z.string(), place: z.string(), term: z.string().optional(), termPlace: z.string().optional() })
    .optional(),
  commerce: z
    .object({
      price: z.string(),
      currency: z.string(),
      basis: z.string().optional(),
      leadTime: z.string().optional(),
      deadline: z.string().optional(),
      sample: z.string().optional(),
      certificates: z.string().optional(),
    })
    .optional(),
  handing: handingRule.optional(),
  parts: z.record(z.string(), partRule).default({}),
  /** Parts that may stand between an opening in the product and its measures. */
  openingParts: z.array(z.string()).default([]),
  gauges: z
    .object({
      skin: z.string(),
      frame: z.string(),
      plate: z.string(),
      /** Words near a gauge that tell which sheet it is said of. */
      beside: z.array(z.string()),
      stated: z.string(),
      implies: values.optional(),
      pattern: z.string(),
      tables: z.record(z.string(), z.record(z.string(), z.number())),
      countries: z.record(z.string(), z.string()),
    })
    .optional(),
  patterns: z.array(patternRule).default([]),
  certificates: z.array(certificateRule).default([]),
  typeRules: z
    .array(
      z.object({
        type: z.string(),
        from: z.array(z.string()),
        mark: z.string().optional(),
        attribute: z.string().optional(),
        value: values.optional(),
        unlessQualifier: z.string().optional(),
      }),
    )
    .default([]),
  implications: z
    .array(
      z.object({
        if: z.object({
          attribute: z.string(),
          is: ruleValue.optional(),
          atMost: z.number().optional(),
          above: z.number().optional(),
          mark: z.string().optional(),
        }),
        gives: values,
        /** Replaces what was said in general terms. */
        isStronger: z.boolean().optional(),
        types: z.array(z.string()).optional(),
      }),
    )
    .default([]),
  typeDefaults: z
    .array(z.object({ types: z.array(z.string()), gives: values, needs: z.string().optional() }))
    .default([]),
  drops: z.array(z.object({ types: z.array(z.string()), attributes: z.array(z.string()) })).default([]),
  ambiguities: z.array(ambiguityRule).default([]),
  /** Attributes whose words stand in names of the product: steel door. */
  describing: z.array(z.string()).default([]),
  /** Values that say nothing of the product when they stand beside one of the parts: a stainless threshold. */
  ofParts: z.object({ attributes: z.array(z.string()), parts: z.array(z.string()) }).optional(),
  swingParts: z.record(z.string(), z.string()).default({}),
  same: z.object({ inherits: z.array(z.string()), colours: z.array(z.string()) }).optional(),
  shared: z.array(z.string()).default([]),
  evidence: z.object({ strong: z.array(z.string()), weak: z.array(z.string()) }),
});
export type ExtractionRules = z.infer<typeof extractionRules>;
