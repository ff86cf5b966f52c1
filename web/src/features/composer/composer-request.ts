import { createStore } from '../../lib/store.ts';
import type { Kind, LocalDraft } from './draft.ts';

/** Asks the composer of a ticket to open, with a text to go on with: an answer taken back, a question to the buyer. */
export interface ComposerRequest {
  ticketId: string;
  kind: Kind;
  text?: Partial<LocalDraft>;
}
export const composerRequest = createStore<ComposerRequest | null>(null);

/** Opens the composer of a ticket that is on the screen; a text given is added to what is there already. */
export const openComposer = (request: ComposerRequest): void => composerRequest.set(request);
