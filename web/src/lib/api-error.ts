import type { ErrorBody, ErrorCode } from '../../../libs/contracts/errors.ts';

/** What can go wrong on this side of the wire: nobody answered, or the answer is not what the contract says. */
export type ClientErrorCode = 'client.unreachable' | 'client.unreadable';

/** A refusal, as the server words it in the caller's language. */
export class ApiError extends Error {
  readonly code: ErrorCode | ClientErrorCode;
  readonly params: Record<string, unknown>;
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  readonly requestId: string | undefined;

  constructor(body: Omit<ErrorBody, 'code'> & { code: string }, status: number) {
    super(body.message);
    this.name = 'ApiError';
    this.code = body.code as ErrorCode | ClientErrorCode;
    this.params = body.params;
    this.status = status;
    this.requestId = body.requestId;
  }

  /** Nobody knows whether the server got it. */
  get isUnreachable(): boolean {
    return this.code === 'client.unreachable';
  }

  get isSignInNeeded(): boolean {
    return this.code === 'identity.signInRequired';
  }
}

export const isApiError = (error: unknown, code?: ErrorCode | ClientErrorCode): error is ApiError =>
  error instanceof ApiError && (code === undefined || error.code === code);
