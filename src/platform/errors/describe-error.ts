import type { ErrorBody } from '../../../libs/contracts/index.ts';
import { translator } from '../../../libs/i18n/server.ts';
import type { AppError } from './app-error.ts';

/** The refusal as a sentence in a language: `ticket.notFound` is `notFound` in errors-ticket.json. */
export function describeError(error: AppError, language: string): ErrorBody {
  const [room, name] = error.code.split('.') as [string, string];
  const message = translator(language)(`errors-${room}:${name}`, readable(error.params));
  return { code: error.code, message, params: error.params };
}

/** Faults of a request as one line; the structure stays in `params`. */
function readable(params: Record<string, unknown>): Record<string, unknown> {
  const { faults } = params;
  if (!Array.isArray(faults)) return params;
  return {
    ...params,
    faults: faults.map((f: { path: string; message: string }) => `${f.path}: ${f.message}`).join('; '),
  };
}
