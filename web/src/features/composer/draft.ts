import type { Attachment, TicketDetail } from '../../../../libs/contracts/tickets.ts';
import { storage } from '../../lib/storage.ts';

export type Kind = 'reply' | 'note';

/** What is being written, as this device keeps it. */
export interface LocalDraft {
  body: string;
  language: string | null;
  cc: string;
  files: Pick<Attachment, 'id' | 'name' | 'size'>[];
  /** The agent's own words, where the body is their translation. */
  original: { text: string; language: string } | null;
  cannedReplyId: string | null;
  /** The last message that was there when the writing began. */
  begunAfter: string | null;
  /** Not with the server yet. */
  isDirty: boolean;
}

const keyOf = (ticketId: string, kind: Kind): string => `draft:${ticketId}:${kind}`;

export const emptyDraft: LocalDraft = {
  body: '',
  language: null,
  cc: '',
  files: [],
  original: null,
  cannedReplyId: null,
  begunAfter: null,
  isDirty: false,
};

export const isEmpty = (draft: LocalDraft): boolean => draft.body.trim() === '' && draft.files.length === 0;

/** Keeps a draft on this device, whatever becomes of the page; an empty one that the server knows of too is forgotten. */
export function keepDraft(ticketId: string, kind: Kind, draft: LocalDraft): void {
  storage.write(keyOf(ticketId, kind), isEmpty(draft) && !draft.isDirty ? null : draft);
}

/** What to go on writing: this device's words where they have not reached the server, else the server's. */
export function findDraft(detail: TicketDetail, kind: Kind): LocalDraft {
  const local = storage.read<LocalDraft>(keyOf(detail.ticket.id, kind));
  if (local?.isDirty) return { ...emptyDraft, ...local };
  const remote = detail.drafts.find((d) => d.kind === kind);
  if (!remote) return emptyDraft;
  const known = local?.body === remote.body ? local : null;
  return {
    ...emptyDraft,
    ...known,
    body: remote.body,
    language: remote.language,
    cc: remote.cc.join(', '),
    files: remote.attachmentIds.map((id) => known?.files.find((f) => f.id === id) ?? { id, name: '', size: 0 }),
    isDirty: false,
  };
}

/** Addresses of a copy line. */
export const addressesOf = (cc: string): string[] =>
  cc
    .split(/[\s,;]+/u)
    .map((a) => a.trim())
    .filter(Boolean);
