import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

/** What the published API asks of a request (OpenAI API reference, `POST /v1/chat/completions`), as far as we use it. */
const completionRequest = z.object({
  model: z.string(),
  messages: z.array(z.object({ role: z.enum(['system', 'user', 'assistant']), content: z.string() })).min(1),
  temperature: z.number().min(0).max(2).optional(),
  stream: z.boolean().optional(),
  response_format: z
    .discriminatedUnion('type', [
      z.object({ type: z.literal('text') }),
      z.object({ type: z.literal('json_object') }),
      z.object({
        type: z.literal('json_schema'),
        json_schema: z.object({
          name: z.string().regex(/^[\w-]{1,64}$/),
          strict: z.boolean(),
          schema: z.record(z.string(), z.unknown()),
        }),
      }),
    ])
    .optional(),
});
export type CompletionRequest = z.infer<typeof completionRequest>;

export interface ModelServer {
  /** Up to and with `/v1`. */
  url: string;
  /** Every request that was well-formed, in order. */
  requests: CompletionRequest[];
  /** The next requests are answered by it, until it is set to null again. */
  answerWith(raw: ((request: IncomingMessage, response: ServerResponse) => void) | null): void;
  close(): Promise<void>;
}

export const apiError = (message: string, code: string | null = null) => ({
  error: { message, type: 'invalid_request_error', param: null, code },
});

/**
 * A server of the Chat Completions API on loopback, made from its published description: checks key, model and form of the
 * request, and answers with what `model` says to the letter.
 */
export async function startModelServer(
  model: (data: string) => string,
  options: { key?: string; models?: readonly string[]; formats?: readonly string[] } = {},
): Promise<ModelServer> {
  const { key, models = ['small-1'], formats = ['json_schema', 'json_object', 'text'] } = options;
  const requests: CompletionRequest[] = [];
  let raw: Parameters<ModelServer['answerWith']>[0] = null;
  const server = createServer(async (incoming, outgoing) => {
    const send = (status: number, body: object) =>
      outgoing.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    const parts: Buffer[] = [];
    for await (const part of incoming) parts.push(part as Buffer);
    if (raw) return raw(incoming, outgoing);
    if (incoming.url !== '/v1/chat/completions') return send(404, apiError(`Invalid URL (POST ${incoming.url})`));
    if (key && incoming.headers.authorization !== `Bearer ${key}`)
      return send(401, apiError('Incorrect API key provided.', 'invalid_api_key'));
    const parsed = completionRequest.safeParse(JSON.parse(Buffer.concat(parts).toString('utf8')));
    if (!parsed.success) return send(400, apiError(z.prettifyError(parsed.error)));
    requests.push(parsed.data);
    if (!models.includes(parsed.data.model))
      return send(404, apiError(`The model \`${parsed.data.model}\` does not exist`, 'model_not_found'));
    const format = parsed.data.response_format?.type ?? 'text';
    if (!formats.includes(format))
      return send(400, apiError(`Invalid parameter: 'response_format' of type '${format}' is not supported.`));
    const content = model(parsed.data.messages.at(-1)?.content ?? '');
    return send(200, {
      id: 'chatcmpl-1',
      object: 'chat.completion',
      created: 1_764_000_000,
      model: parsed.data.model,
      choices: [
        { index: 0, message: { role: 'assistant', content, refusal: null }, logprobs: null, finish_reason: 'stop' },
      ],
      usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    answerWith: (next) => {
      raw = next;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
