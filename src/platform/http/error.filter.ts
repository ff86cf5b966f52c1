import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { ErrorBody } from '../../../libs/contracts/index.ts';
import { nearestLanguage } from '../../../libs/i18n/index.ts';
import { AppError } from '../errors/app-error.ts';
import { describeError } from '../errors/describe-error.ts';
import type { KnownRequest } from './request.ts';

const byStatus: Record<number, 'request.invalid' | 'request.notFound' | 'request.tooLarge' | 'request.tooMany'> = {
  400: 'request.invalid',
  404: 'request.notFound',
  413: 'request.tooLarge',
  429: 'request.tooMany',
};

/** PostgreSQL's codes for text it cannot hold (U+0000): what was sent is at fault, not the server. */
const unstorable = new Set(['22021', '22P05']);

/** Renders every refusal of HTTP in one shape, in the caller's language; the log gets it in English. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  private readonly log = new Logger('http');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request & KnownRequest>();
    const response = host.switchToHttp().getResponse<Response>();
    const known = asAppError(error);
    if (known.code === 'request.failed') this.log.error(error instanceof Error ? error : new Error(String(error)));
    else this.log.debug(`${request.method} ${routeOf(request)} refused: ${known.code}`);
    if (response.headersSent) {
      response.end();
      return;
    }
    const body: ErrorBody = {
      ...describeError(known, nearestLanguage(request.language, request.headers['accept-language'])),
      requestId: request.requestId,
    };
    response.status(known.status).json(body);
  }
}

/** The pattern, not the address: a path may hold a signed link. */
const routeOf = (request: Request): string => (request.route as { path?: string } | undefined)?.path ?? 'a page';

function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (unstorable.has(String((error as { code?: unknown })?.code)))
    return new AppError('request.invalid', {}, { cause: error });
  const status = error instanceof HttpException ? error.getStatus() : Number((error as { status?: unknown })?.status);
  const code = byStatus[status];
  return new AppError(code ?? 'request.failed', {}, { cause: error });
}
