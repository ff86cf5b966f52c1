import { z } from 'zod';
import type { ModelFaultKind } from '../../libs/contracts/index.ts';
import { ModelFault } from './model-fault.ts';
import { post, type ServerAnswer } from './model-server.ts';

export interface ModelAccess {
  baseUrl: string;
  model: string;
  apiKey: string;
  timeLimitSeconds: number;
}

export interface ModelQuestion {
  instructions: string;
  /** Somebody else's text, already marked as such. */
  data: string;
  /** JSON Schema of the answer. */
  schema: object;
}

export interface ModelAnswer {
  content: string;
  /** As the server names it. */
  model: string;
}

const completion = z.object({
  model: z.string().nullish(),
  choices: z.array(z.object({ message: z.object({ content: z.string().nullish() }) })).min(1),
});
/** OpenAI, vLLM, llama.cpp, Ollama and LM Studio: `{error: {message}}`, `{message}` or `{error: "…"}`. */
const refusal = z.union([
  z.object({ error: z.object({ message: z.string() }) }).transform((r) => r.error.message),
  z.object({ message: z.string() }).transform((r) => r.message),
  z.object({ error: z.string() }).transform((r) => r.error),
]);

/**
 * One question by the Chat Completions API, not streamed, at temperature 0. Asks for JSON by schema; of a server that refuses
 * that, for JSON of any form. Source: OpenAI API reference, `POST /chat/completions`, and its error codes.
 * @throws ModelFault
 */
export async function askModel(
  access: ModelAccess,
  question: ModelQuestion,
  closing: AbortSignal,
): Promise<ModelAnswer> {
  const url = new URL(`${access.baseUrl.replace(/\/+$/, '')}/chat/completions`);
  const signal = AbortSignal.any([AbortSignal.timeout(access.timeLimitSeconds * 1000), closing]);
  const ask = (format: object) =>
    post(
      url,
      access.apiKey,
      {
        model: access.model,
        temperature: 0,
        stream: false,
        response_format: format,
        messages: [
          { role: 'system', content: question.instructions },
          { role: 'user', content: question.data },
        ],
      },
      signal,
    );
  let answer = await ask({
    type: 'json_schema',
    json_schema: { name: 'proposals', strict: true, schema: question.schema },
  });
  if (answer.status === 400 && kindOf(answer) === 'refused') answer = await ask({ type: 'json_object' });
  // Some say 200 and mean a fault.
  if (answer.status !== 200 || saidIn(answer) !== '')
    throw new ModelFault(kindOf(answer), saidIn(answer), secondsOf(answer.retryAfter));
  return read(answer.text, access.model);
}

function read(text: string, model: string): ModelAnswer {
  const parsed = completion.safeParse(parseJson(text));
  if (!parsed.success) throw new ModelFault('notJson');
  const content = parsed.data.choices[0]?.message.content;
  if (!content) throw new ModelFault('form');
  return { content, model: onOneLine(parsed.data.model || model, 80) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The refusal in the server's words, on one line. */
const saidIn = ({ text }: ServerAnswer): string => onOneLine(refusal.safeParse(parseJson(text)).data ?? '', 200);

const onOneLine = (text: string, longest: number): string => text.replace(/[\s\p{C}]+/gu, ' ').slice(0, longest);

/** Servers differ in their codes for what they say in like words. */
const words: readonly [ModelFaultKind, RegExp][] = [
  ['context', /context (?:length|size|window)|exceed\w* .{0,30}context|too many tokens/i],
  [
    'model',
    /\bmodel\b.*(?:not (?:be )?found|does ?n.t exist|not exist|unknown|invalid|not loaded)|(?:no|unknown|invalid) model/i,
  ],
];

function kindOf(answer: ServerAnswer): ModelFaultKind {
  const { status } = answer;
  if (status === 401 || status === 403) return 'login';
  if (status === 429) return 'throttled';
  if (status === 413) return 'context';
  const told = words.find(([, pattern]) => pattern.test(saidIn(answer)))?.[0];
  if (told) return told;
  if (status >= 500) return 'server';
  if (status === 408) return 'timeout';
  return status === 404 || status === 405 || (status >= 300 && status < 400) ? 'address' : 'refused';
}

/** Seconds or a date (RFC 9110 §10.2.3). */
function secondsOf(retryAfter: string | null): number | undefined {
  if (!retryAfter) return undefined;
  const seconds = /^\d+$/.test(retryAfter) ? Number(retryAfter) : (Date.parse(retryAfter) - Date.now()) / 1000;
  return seconds > 0 ? Math.ceil(seconds) : undefined;
}
