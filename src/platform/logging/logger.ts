import type { LoggerService } from '@nestjs/common';
import { destination, type Logger as Pino, pino } from 'pino';

/**
 * Structured logs on standard error (standard output carries the ready line alone). Never a buyer's content: only ids,
 * counts, sizes, durations and error texts of ours. ERROR means somebody must act now.
 */
export function createLogger(level: string): Pino {
  return pino(
    {
      level,
      base: undefined,
      // A database error carries the statement's values, which may be a buyer's words: only what names the fault is kept.
      serializers: {
        err: (e: Error & { code?: string }) => ({ type: e.name, message: e.message, code: e.code, stack: e.stack }),
      },
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: {
        paths: ['password', 'secret', 'token', '*.password', '*.secret', '*.token', 'authorization', 'cookie'],
        censor: '[secret]',
      },
      hooks: { streamWrite: withoutAddresses },
    },
    destination({ fd: 2, sync: true }),
  );
}

/** Error texts of mail servers repeat whom they speak of: an address never reaches the log. */
export const withoutAddresses = (line: string): string =>
  line.replace(/[\p{L}\p{N}._%+'=/-]+@[\p{L}\p{N}.-]+\.[\p{L}]{2,}/gu, '[address]');

/** Lets Nest and our rooms write through pino: `new Logger(Room.name)` of @nestjs/common ends here. */
export class NestLogger implements LoggerService {
  constructor(private readonly pino: Pino) {}

  log(message: unknown, ...rest: unknown[]): void {
    // Nest announces every route and module at start; that is noise above debug.
    const quiet = [
      'RouterExplorer',
      'RoutesResolver',
      'InstanceLoader',
      'NestFactory',
      'WebSocketsController',
    ].includes(String(rest.at(-1)));
    this.write(quiet ? 'debug' : 'info', message, rest);
  }
  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }
  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }
  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }
  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  private write(level: 'error' | 'warn' | 'info' | 'debug', message: unknown, rest: unknown[]): void {
    const room = rest.length > 0 && typeof rest.at(-1) === 'string' ? rest.pop() : undefined;
    const detail = rest.length > 0 ? { detail: rest.map((r) => (r instanceof Error ? r.stack : r)) } : {};
    const fields = message instanceof Error ? { err: message } : typeof message === 'object' ? message : {};
    this.pino[level]({ room, ...detail, ...fields }, typeof message === 'string' ? message : undefined);
  }
}
