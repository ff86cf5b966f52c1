import { QueryClient, queryOptions } from '@tanstack/react-query';
import type { AnyEndpoint, RequestOf } from '../../../libs/contracts/endpoint.ts';
import { isApiError } from './api-error.ts';
import { call } from './call.ts';

/** The cache key of an endpoint; without input, the beginning of all its keys. */
export const keyOf = <E extends AnyEndpoint>(endpoint: E, input?: RequestOf<E>): unknown[] =>
  input === undefined ? [endpoint.path] : [endpoint.path, input];

/** What `useQuery` needs to read an endpoint. */
export const reading = <E extends AnyEndpoint>(endpoint: E, input: RequestOf<E> = {}) =>
  queryOptions({
    queryKey: keyOf(endpoint, input),
    queryFn: ({ signal }) => call(endpoint, input, { signal }),
  });

/** Refusals are final; silence and faults of the server are asked again twice. */
const isWorthRetrying = (failures: number, error: unknown): boolean =>
  failures < 2 && (!isApiError(error) || error.isUnreachable || error.status >= 500);

export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { staleTime: 30_000, gcTime: 10 * 60_000, retry: isWorthRetrying, refetchOnWindowFocus: true },
      mutations: { retry: false },
    },
  });
