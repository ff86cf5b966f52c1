import { z } from 'zod';
import { GiveUp, TryLater } from '../platform/index.ts';

const patience = 60_000;

/** Statuses after which the same request may succeed: timeouts, rate limits, faults of the server. */
const passing = new Set([408, 425, 429, 500, 502, 503, 504, 529]);

/**
 * One JSON request to a translation service. The answer is checked against the schema; neither the texts nor the key go
 * into the error.
 * @throws TryLater when nobody answers, on 429 (after the time it names) and on 5xx; GiveUp otherwise
 */
export async function askProvider<T extends z.ZodType>(
  url: URL,
  schema: T,
  options: { headers?: Record<string, string>; body?: unknown } = {},
): Promise<z.output<T>> {
  let response: Response;
  try {
    response = await fetch(url, {
      method: options.body === undefined ? 'GET' : 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json', ...options.headers },
      body: options.body === undefined ? undefined : JSON.stringify(options.body),
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
  } catch (cause) {
    throw new TryLater(`${url.host} does not answer`, undefined, { cause });
  }
  if (!response.ok) throw await refusal(response, url.host);
  const parsed = schema.safeParse(await response.json().catch(() => undefined));
  if (!parsed.success) throw new GiveUp(`${url.host} answered in an unexpected form: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

async function refusal(response: Response, host: string): Promise<Error> {
  await response.body?.cancel();
  const said = `${host} answered ${response.status}`;
  if (!passing.has(response.status)) return new GiveUp(said);
  const seconds = Number(response.headers.get('retry-after'));
  return new TryLater(said, Number.isFinite(seconds) && seconds > 0 ? seconds : undefined);
}

/** Address of an operation below the configured one, whether or not that ends with a slash. */
export const below = (base: string, path: string): URL => new URL(path, base.endsWith('/') ? base : `${base}/`);
