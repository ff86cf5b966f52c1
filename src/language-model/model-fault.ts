import type { ModelFaultKind } from '../../libs/contracts/index.ts';
import { translator } from '../../libs/i18n/server.ts';

/** Of these the same request may succeed later. */
const passing: readonly ModelFaultKind[] = ['unreachable', 'timeout', 'throttled', 'server'];

/** The language model gave no answer that can be used. The message holds nothing of what was sent or answered. */
export class ModelFault extends Error {
  constructor(
    readonly kind: ModelFaultKind,
    /** The server's own words, for the person who sets it up. They may repeat what was sent: never for a log. */
    readonly said = '',
    /** Seconds after which the server wants to be asked again. */
    readonly after?: number,
  ) {
    super(`language model: ${kind}`);
    this.name = 'ModelFault';
  }

  get isPassing(): boolean {
    return passing.includes(this.kind);
  }
}

/** What is wrong and what to do, in a language. */
export const modelFaultText = (kind: ModelFaultKind, language: string): string =>
  translator(language)(`language-model:fault.${kind}`);
