import { z } from 'zod';
import { endpoint } from './endpoint.ts';

/** What went wrong with the language model; each has a text that says what to do (`language-model:fault.*`). */
export const modelFaultKind = z.enum([
  'notSet',
  'unreachable',
  'certificate',
  'timeout',
  'login',
  'address',
  'model',
  'context',
  'throttled',
  'server',
  'refused',
  'notJson',
  'tooLarge',
  'form',
]);
export type ModelFaultKind = z.infer<typeof modelFaultKind>;

const baseUrl = z
  .url({ protocol: /^https?$/, abort: true })
  .max(500)
  .refine((text) => {
    const { username, password, search, hash } = new URL(text);
    return username + password + search + hash === '';
  }, 'an address without name, password and parameters');

const settings = z.object({
  isOn: z.boolean(),
  /** Of an API that speaks OpenAI's Chat Completions, up to and with `/v1`; empty while none is set. */
  baseUrl: z.union([baseUrl, z.literal('')]),
  model: z.string().trim().max(200),
  /** For one letter, from the request to the end of the answer. */
  timeLimitSeconds: z.number().int().min(5).max(300),
});

export const languageModelSettings = settings.extend({ hasApiKey: z.boolean() }).meta({ id: 'LanguageModelSettings' });
export type LanguageModelSettings = z.infer<typeof languageModelSettings>;

export const languageModelInput = settings
  .extend({
    /** Left out, the stored one stays, unless the address leads to another server. */
    apiKey: z.string().trim().min(1).max(4000).optional(),
  })
  .superRefine((s, context) => {
    for (const name of ['baseUrl', 'model'] as const)
      if (s.isOn && s[name] === '') context.addIssue({ code: 'too_small', minimum: 1, origin: 'string', path: [name] });
  });
export type LanguageModelInput = z.infer<typeof languageModelInput>;

export const getLanguageModel = endpoint('GET /language-model', {
  summary: 'How the optional language model is reached; the key is never shown',
  permission: 'settings.write',
  returns: languageModelSettings,
});
export const updateLanguageModel = endpoint('PUT /language-model', {
  summary: 'Set up, switch on or switch off the optional language model',
  permission: 'settings.write',
  body: languageModelInput,
  returns: languageModelSettings,
});
export const tryLanguageModel = endpoint('POST /language-model/test', {
  summary: 'Have an invented letter read, and say in words what is wrong',
  permission: 'settings.write',
  returns: z.object({ isOk: z.boolean(), said: z.string() }),
});
