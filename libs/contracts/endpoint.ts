import { z } from 'zod';
import type { Permission } from './permissions.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Marks a response that is not JSON (a file); the handler writes it itself. */
export const binary = z.custom<never>(() => true).meta({ id: 'Binary' });
/** Marks a response without a body (204). */
export const nothing = z.void();

type Schema = z.ZodType;

export interface Endpoint<
  Params extends Schema = Schema,
  Query extends Schema = Schema,
  Body extends Schema = Schema,
  Returns extends Schema = Schema,
> {
  readonly method: Method;
  /** Path below /api/v1, parameters as `:name`. */
  readonly path: string;
  readonly summary: string;
  /** What the caller must be allowed to do; `public` needs no session, `signedIn` any session. */
  readonly permission: Permission | 'public' | 'signedIn';
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly returns: Returns;
}

// biome-ignore lint/suspicious/noExplicitAny: an endpoint of whatever schemas
export type AnyEndpoint = Endpoint<any, any, any, any>;

export type InputOf<E extends AnyEndpoint> = {
  params: z.output<E['params']>;
  query: z.output<E['query']>;
  body: z.output<E['body']>;
};
/** What a client sends: defaults may be left out. */
export type RequestOf<E extends AnyEndpoint> = {
  params?: z.input<E['params']>;
  query?: z.input<E['query']>;
  body?: z.input<E['body']>;
};
export type ReturnsOf<E extends AnyEndpoint> = z.output<E['returns']>;

const empty = z.object({});

/**
 * Declares one HTTP endpoint: the server validates and filters with it, OpenAPI is read from it, the web calls it typed.
 * @param route method and path below /api/v1, for example `POST /tickets/:id/messages`
 */
export function endpoint<
  Returns extends Schema,
  Params extends Schema = typeof empty,
  Query extends Schema = typeof empty,
  Body extends Schema = typeof empty,
>(
  route: `${Method} /${string}`,
  options: {
    summary: string;
    permission: Permission | 'public' | 'signedIn';
    returns: Returns;
    params?: Params;
    query?: Query;
    body?: Body;
  },
): Endpoint<Params, Query, Body, Returns> {
  const [method, path] = route.split(' ') as [Method, string];
  return {
    method,
    path,
    summary: options.summary,
    permission: options.permission,
    params: options.params ?? (empty as unknown as Params),
    query: options.query ?? (empty as unknown as Query),
    body: options.body ?? (empty as unknown as Body),
    returns: options.returns,
  };
}
