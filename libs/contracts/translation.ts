import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import type { ErrorTable } from './error-table.ts';
import { languageTag } from './scalars.ts';

export const translationErrors = {
  'translation.notConfigured': 503,
  'translation.unavailable': 503,
  'translation.refused': 502,
  'translation.sourceUnknown': 422,
} satisfies ErrorTable;

const span = z.object({ text: z.string(), start: z.number().int(), end: z.number().int() });

/** One thing that differs between a text and its translation; `message.code` is a key below `language:fidelity`. */
export const fidelityFinding = z
  .object({
    kind: z.enum([
      'number',
      'unit',
      'date',
      'code',
      'url',
      'email',
      'placeholder',
      'negation',
      'dimension_order',
      'currency',
      'glossary',
    ]),
    severity: z.enum(['block', 'warn']),
    source: span.optional(),
    target: span.optional(),
    message: z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
  })
  .meta({ id: 'FidelityFinding' });

/** `ok` is false when something must not be sent as it is; `counts` says how much was compared, by kind. */
export const fidelityReport = z
  .object({ ok: z.boolean(), findings: z.array(fidelityFinding), counts: z.record(z.string(), z.number().int()) })
  .meta({ id: 'FidelityReport' });
export type FidelityReportView = z.infer<typeof fidelityReport>;

const text = z.string().min(1).max(40_000);

export const translation = z
  .object({
    text: z.string(),
    source: languageTag,
    target: languageTag,
    provider: z.string(),
    /** Model or version that the provider says it used. */
    engine: z.string(),
    /** It was translated before and costs nothing. */
    isRemembered: z.boolean(),
    fidelity: fidelityReport,
  })
  .meta({ id: 'Translation' });
export type Translation = z.infer<typeof translation>;

export const translate = endpoint('POST /translations', {
  summary: 'Translate a text, with its numbers checked',
  permission: 'translation.use',
  body: z.object({
    text,
    /** Identified from the text when it is left out. */
    source: languageTag.optional(),
    target: languageTag,
    /** Asks the provider anew although the text is remembered; the earlier version is kept. */
    again: z.boolean().default(false),
  }),
  returns: translation,
});

export const compareTexts = endpoint('POST /fidelity', {
  summary: 'Compare the numbers, units, dates, codes and denials of two texts',
  permission: 'translation.use',
  body: z.object({
    source: z.object({ text, language: languageTag }),
    target: z.object({ text, language: languageTag }),
  }),
  returns: fidelityReport,
});

export const translationProvider = endpoint('GET /translations/provider', {
  summary: 'Whether a translator is set up, and which',
  permission: 'translation.use',
  returns: z.object({ isConfigured: z.boolean(), provider: z.string() }),
});
