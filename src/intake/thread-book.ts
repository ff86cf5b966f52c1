/** A ticket as threading sees it. */
export interface KnownTicket {
  id: string;
  /** Null for one that this batch opens: it has none before it is written. */
  number: number | null;
  status: string;
  resolvedAt: Date | null;
  mergedInto: string | null;
  orderId: string | null;
  /** Subjects of its messages, as far as they matter. */
  subject: string;
  /** Addresses of those who take part, lower case. */
  participants: Set<string>;
}

/** A message of ours or of a buyer, found by one of its ids. */
export interface KnownMessage {
  ticketId: string;
  direction: string;
  header: string | null;
}

/**
 * What is known of everything a batch mentions. It grows while the batch is decided: what an earlier message opens, a later
 * one can join. Lists have the newest ticket first.
 */
export class ThreadBook {
  readonly tickets = new Map<string, KnownTicket>();
  /** By Message-ID. */
  readonly byHeader = new Map<string, KnownMessage[]>();
  /** Our own messages by the id that our signed Message-ID carries. */
  readonly byOwnId = new Map<string, KnownMessage>();
  readonly byNumber = new Map<number, string>();
  readonly byThreadRoot = new Map<string, string[]>();
  readonly byParentRoot = new Map<string, string[]>();
  /** Tickets of marketplace buyers, by contact. */
  readonly byContact = new Map<string, string[]>();

  /** The ticket that a merged one ended in; null for one that is not there. */
  ticket(id: string | undefined): KnownTicket | null {
    let found = id === undefined ? undefined : this.tickets.get(id);
    for (let steps = 0; found?.mergedInto && steps < 20; steps++) found = this.tickets.get(found.mergedInto);
    return found ?? null;
  }

  static note<K>(map: Map<K, string[]>, key: K | null, ticketId: string): void {
    if (key === null) return;
    const known = map.get(key);
    if (known) {
      if (!known.includes(ticketId)) known.unshift(ticketId);
    } else map.set(key, [ticketId]);
  }
}
