import type { AnyEndpoint, RequestOf, ReturnsOf } from '../../../libs/contracts/endpoint.ts';
import type { Attachment } from '../../../libs/contracts/tickets.ts';
import { uploadAttachment } from '../../../libs/contracts/tickets.ts';
import { ApiError } from './api-error.ts';

const base = '/api/v1';
let language = 'en';

/** Refusals come back worded in this language (a signed-in person's own language outranks it). */
export function speakToServerIn(tag: string): void {
  language = tag;
}

/** Where an endpoint is, with its parameters filled in: for links, pictures and frames. */
export function addressOf<E extends AnyEndpoint>(endpoint: E, input: RequestOf<E> = {}): string {
  const params = (input.params ?? {}) as Record<string, unknown>;
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries((input.query ?? {}) as Record<string, unknown>)) {
    if (value !== undefined && value !== null && value !== '') query.set(name, String(value));
  }
  return `${base}${path}${query.size > 0 ? `?${query}` : ''}`;
}

/**
 * Asks the server for what an endpoint promises.
 * @throws ApiError the server's refusal, `client.unreachable` without an answer, `client.unreadable` for a broken promise
 */
export async function call<E extends AnyEndpoint>(
  endpoint: E,
  input: RequestOf<E> = {},
  options: { signal?: AbortSignal } = {},
): Promise<ReturnsOf<E>> {
  const hasBody = endpoint.method !== 'GET' && input.body !== undefined;
  const response = await reach(addressOf(endpoint, input), {
    method: endpoint.method,
    ...(hasBody ? { body: JSON.stringify(input.body) } : {}),
    headers: hasBody ? { 'content-type': 'application/json' } : {},
    signal: options.signal ?? null,
  });
  return readAs(endpoint, response);
}

/** Uploads a file to attach later. @throws ApiError as `call` does */
export async function upload(file: File): Promise<Attachment> {
  const query = { name: file.name.slice(0, 200) || 'file', type: file.type || 'application/octet-stream' };
  return sendBytes(uploadAttachment, { query }, file);
}

/** Sends a file as the body of a request. @throws ApiError as `call` does */
export async function sendBytes<E extends AnyEndpoint>(
  endpoint: E,
  input: RequestOf<E>,
  file: Blob,
): Promise<ReturnsOf<E>> {
  const response = await reach(addressOf(endpoint, input), {
    method: endpoint.method,
    body: file,
    headers: { 'content-type': 'application/octet-stream' },
  });
  return readAs(endpoint, response);
}

/** The bytes of an endpoint that answers with a file. @throws ApiError `client.unreachable`, `request.failed` */
export async function readBytes<E extends AnyEndpoint>(endpoint: E, input: RequestOf<E>): Promise<Blob> {
  const response = await reach(addressOf(endpoint, input), { method: endpoint.method });
  if (!response.ok) await readAs(endpoint, response);
  return response.blob();
}

async function reach(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, {
      credentials: 'same-origin',
      ...init,
      headers: { accept: 'application/json', 'accept-language': language, ...init.headers },
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiError({ code: 'client.unreachable', message: '', params: {} }, 0);
  }
}

async function readAs<E extends AnyEndpoint>(endpoint: E, response: Response): Promise<ReturnsOf<E>> {
  const text = await response.text();
  let body: unknown;
  try {
    body = text === '' ? undefined : JSON.parse(text);
  } catch {
    // A proxy answers in its own words while the server is away.
    throw new ApiError({ code: 'client.unreachable', message: '', params: {} }, response.status);
  }
  if (!response.ok) {
    const refusal = body as Partial<ApiError> | undefined;
    throw new ApiError(
      {
        code: refusal?.code ?? 'request.failed',
        message: refusal?.message ?? '',
        params: refusal?.params ?? {},
        requestId: refusal?.requestId,
      },
      response.status,
    );
  }
  const parsed = endpoint.returns.safeParse(body);
  if (!parsed.success) {
    console.error(`${endpoint.method} ${endpoint.path}`, parsed.error.issues);
    throw new ApiError({ code: 'client.unreadable', message: '', params: {} }, response.status);
  }
  return parsed.data as ReturnsOf<E>;
}
