import { type ErrorCode, errors } from '../../../libs/contracts/index.ts';

/** A refusal that is told to the caller in their language. `params` must hold nothing that the caller may not see. */
export class AppError extends Error {
  readonly status: number;

  constructor(
    readonly code: ErrorCode,
    readonly params: Record<string, unknown> = {},
    options?: ErrorOptions,
  ) {
    super(`${code} ${JSON.stringify(params)}`, options);
    this.name = 'AppError';
    this.status = errors[code];
  }
}

/** Narrows away null, undefined and false, or refuses with the code. */
export function ensure<T>(
  value: T,
  code: ErrorCode,
  params?: Record<string, unknown>,
): asserts value is Exclude<T, null | undefined | false | 0 | ''> {
  if (!value) throw new AppError(code, params);
}

/** At the edges: the work may succeed later; `after` is the least delay in seconds. */
export class TryLater extends Error {
  constructor(
    message: string,
    readonly after?: number,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'TryLater';
  }
}

/** At the edges: the work cannot succeed as it is; it is parked and a person sees the reason. */
export class GiveUp extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.name = 'GiveUp';
  }
}
