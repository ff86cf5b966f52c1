/** What became of a hand-over to the outside world. */
export type SendOutcome =
  | { kind: 'accepted'; said: string; refused?: RefusedRecipient[] }
  /** It certainly did not take it, and may later (4xx, no connection). */
  | { kind: 'later'; said: string }
  /** It will never take it (5xx, or our own settings do not allow it). */
  | { kind: 'refused'; said: string }
  /** The connection broke after the message was handed over and before the answer: it may have left. */
  | { kind: 'uncertain'; said: string };

/** Somebody the next server did not take the message for, while it took it for others. */
export interface RefusedRecipient {
  address: string;
  said: string;
  /** False: only for now (4xx). */
  isFinal: boolean;
}

export interface OutgoingEnvelope {
  /** Empty for automatic mail (RFC 3834 §3.3): nothing may come back to it. */
  from: string;
  to: string[];
  /** Comes back in a delivery report (ENVID of RFC 3461) where the server supports it. */
  envelopeId?: string;
}

/** The way in of a kind of channel. What it hears it gives to ReceiveMessage, and to nobody else. */
export interface Source {
  listen(): Promise<void>;
  close(): Promise<void>;
}

/** The way out of a kind of channel. */
export interface Outlet {
  /** Never throws: whatever happens is an outcome. */
  deliver(channelId: string, envelope: OutgoingEnvelope, raw: Buffer): Promise<SendOutcome>;
  /** Connects and signs in without sending. @throws the server's or the network's error */
  identify(channelId: string): Promise<void>;
  close(): void;
}
