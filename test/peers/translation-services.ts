import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ServiceRequest {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  // biome-ignore lint/suspicious/noExplicitAny: each service has its own request form
  body: any;
}
export interface ServiceAnswer {
  status?: number;
  headers?: Record<string, string>;
  body: unknown;
}

export interface Service {
  url: string;
  /** Everything asked so far. */
  requests: ServiceRequest[];
  close(): Promise<void>;
}

/** A service on loopback that answers by a rule; the rules below follow the services' published documents. */
export async function serve(answer: (request: ServiceRequest) => ServiceAnswer): Promise<Service> {
  const requests: ServiceRequest[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const parts: Buffer[] = [];
    for await (const part of incoming) parts.push(part as Buffer);
    const text = Buffer.concat(parts).toString('utf8');
    const request = {
      method: incoming.method ?? '',
      path: incoming.url ?? '',
      headers: incoming.headers,
      body: text ? JSON.parse(text) : undefined,
    };
    requests.push(request);
    const { status = 200, headers, body } = answer(request);
    outgoing.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () => new Promise((done) => server.close(() => done())),
  };
}

export type Engine = (text: string, target: string) => string;

/** LibreTranslate: GET /languages; POST /translate {q, source, target, format, api_key} → {translatedText}. */
export const libreTranslate =
  (engine: Engine, key?: string) =>
  ({ path, body }: ServiceRequest): ServiceAnswer => {
    if (path === '/languages') {
      const codes = ['de', 'en', 'fr', 'zh-Hans', 'zh-Hant', 'nb'];
      return { body: codes.map((code) => ({ code, name: code, targets: codes })) };
    }
    if (path !== '/translate') return { status: 404, body: { error: 'not found' } };
    if (key && body.api_key !== key) return { status: 403, body: { error: 'Invalid API key' } };
    const texts: string[] = Array.isArray(body.q) ? body.q : [body.q];
    const translated = texts.map((text) => engine(text, body.target));
    return { body: { translatedText: Array.isArray(body.q) ? translated : translated[0] } };
  };

/** DeepL: POST /v2/translate with DeepL-Auth-Key, XML tags kept; /v3/glossaries. */
export const deepL = (engine: Engine, key: string) => {
  const glossaries: { glossary_id: string; name: string; dictionaries: unknown[] }[] = [];
  return ({ method, path, headers, body }: ServiceRequest): ServiceAnswer => {
    if (headers.authorization !== `DeepL-Auth-Key ${key}`) return { status: 403, body: { message: 'Forbidden' } };
    if (path === '/v3/glossaries') {
      if (method === 'GET') return { body: { glossaries } };
      const made = { glossary_id: `g${glossaries.length + 1}`, name: body.name, dictionaries: body.dictionaries };
      glossaries.push(made);
      return { status: 201, body: made };
    }
    if (path !== '/v2/translate') return { status: 404, body: { message: 'Not found' } };
    if (!/^[A-Z]{2}(?:-[A-Z]+)?$/u.test(body.target_lang)) return { status: 400, body: { message: 'target_lang' } };
    if (body.glossary_id && !glossaries.some((glossary) => glossary.glossary_id === body.glossary_id))
      return { status: 400, body: { message: 'glossary' } };
    return {
      body: {
        translations: body.text.map((text: string) => ({
          detected_source_language: body.source_lang,
          text: engine(text, body.target_lang),
        })),
      },
    };
  };
};

/** OpenAI chat completions: the texts are in the user's message as JSON. */
export const chat =
  (model: (texts: string[]) => string) =>
  ({ path, body }: ServiceRequest): ServiceAnswer => {
    if (path !== '/v1/chat/completions') return { status: 404, body: { error: { message: 'not found' } } };
    const { texts } = JSON.parse(body.messages.at(-1).content) as { texts: string[] };
    return {
      body: {
        id: 'c1',
        object: 'chat.completion',
        model: body.model,
        choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: model(texts) } }],
      },
    };
  };
