import { ModelFault } from './model-fault.ts';

/** Bytes of an answer that are read; a letter's values take a few thousand. */
const largest = 1_000_000;

export interface ServerAnswer {
  status: number;
  retryAfter: string | null;
  text: string;
}

/**
 * One JSON request, its answer read to a limit of size and time. Follows no redirection: it would carry the letter elsewhere.
 * @throws ModelFault unreachable, certificate, timeout, tooLarge
 */
export async function post(url: URL, key: string, body: object, signal: AbortSignal): Promise<ServerAnswer> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        ...(key && { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify(body),
      redirect: 'manual',
      signal,
    });
    return {
      status: response.status,
      retryAfter: response.headers.get('retry-after'),
      text: await readLimited(response),
    };
  } catch (error) {
    if (error instanceof ModelFault) throw error;
    const isLate = signal.reason instanceof DOMException && signal.reason.name === 'TimeoutError';
    throw new ModelFault(isLate ? 'timeout' : kindOfFailure(error), codeOf(error));
  }
}

async function readLimited(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > largest) throw new ModelFault('tooLarge');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** The network's word for it, such as ECONNREFUSED. */
const codeOf = (error: unknown): string =>
  String(
    (error as { cause?: { code?: unknown } } | undefined)?.cause?.code ?? (error as { code?: unknown })?.code ?? '',
  );

const kindOfFailure = (error: unknown): 'certificate' | 'unreachable' =>
  /CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY)|ALTNAME/.test(codeOf(error)) ? 'certificate' : 'unreachable';
