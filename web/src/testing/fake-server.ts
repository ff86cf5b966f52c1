import type { AnyEndpoint, ReturnsOf } from '../../../libs/contracts/endpoint.ts';

interface Call {
  params: Record<string, string>;
  query: Record<string, string>;
  body: unknown;
}
type Answer = (call: Call) => { status: number; body: unknown } | Promise<{ status: number; body: unknown }>;

/** A server that keeps the contracts: each endpoint is answered as a test says, and remembers how it was asked. */
export class FakeServer {
  private readonly answers = new Map<string, Answer>();
  private readonly asked = new Map<string, Call[]>();
  /** Nobody answers, as without a network. */
  isDown = false;

  /** Answers an endpoint from now on. */
  on<E extends AnyEndpoint>(
    endpoint: E,
    answer: ReturnsOf<E> | ((call: Call) => ReturnsOf<E> | Promise<ReturnsOf<E>>),
  ): this {
    const give = typeof answer === 'function' ? (answer as (call: Call) => unknown) : () => answer;
    this.answers.set(keyOf(endpoint), async (call) => ({ status: 200, body: await give(call) }));
    return this;
  }

  /** Refuses an endpoint from now on. */
  refuse(endpoint: AnyEndpoint, code: string, status: number, message = code): this {
    this.answers.set(keyOf(endpoint), () => ({ status, body: { code, message, params: {} } }));
    return this;
  }

  /** How an endpoint was asked so far. */
  calls(endpoint: AnyEndpoint): readonly Call[] {
    return this.asked.get(keyOf(endpoint)) ?? [];
  }

  /** Takes the place of `fetch`. */
  install(): void {
    globalThis.fetch = ((address: string, init: RequestInit = {}) => this.respond(address, init)) as typeof fetch;
  }

  private async respond(address: string, init: RequestInit): Promise<Response> {
    if (this.isDown) throw new TypeError('Failed to fetch');
    const url = new URL(address, 'http://localhost');
    const method = init.method ?? 'GET';
    for (const [key, answer] of this.answers) {
      const [wantedMethod, path = ''] = key.split(' ');
      const params = wantedMethod === method ? matchPath(path, url.pathname.replace('/api/v1', '')) : null;
      if (!params) continue;
      const body = typeof init.body === 'string' ? JSON.parse(init.body) : init.body;
      const call = { params, query: Object.fromEntries(url.searchParams), body };
      this.asked.set(key, [...(this.asked.get(key) ?? []), call]);
      const { status, body: said } = await answer(call);
      return reply(status, said);
    }
    return reply(404, { code: 'request.notFound', message: `${method} ${url.pathname} is not answered`, params: {} });
  }
}

const keyOf = (endpoint: AnyEndpoint): string => `${endpoint.method} ${endpoint.path}`;

function matchPath(pattern: string, path: string): Record<string, string> | null {
  const names = [...pattern.matchAll(/:(\w+)/g)].map((m) => m[1]!);
  const match = new RegExp(`^${pattern.replace(/:\w+/g, '([^/]+)')}$`).exec(path);
  return match ? Object.fromEntries(names.map((name, i) => [name, decodeURIComponent(match[i + 1]!)])) : null;
}

const reply = (status: number, body: unknown): Response =>
  ({
    ok: status < 400,
    status,
    text: () => Promise.resolve(body === undefined ? '' : JSON.stringify(body)),
    blob: () => Promise.resolve(new Blob([String(body)], { type: 'image/jpeg' })),
  }) as Response;
