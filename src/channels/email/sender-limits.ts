interface Peer {
  connections: number;
  /** Tokens left of a bucket that fills evenly; a message takes one, an unknown recipient ten. */
  tokens: number;
  filledAt: number;
}

/** What one remote address may do. A mail server of a busy shop stays far below; a flood does not. */
const mostConnections = 50;
const bucket = { most: 3_000, perSecond: 50 };
const costOfUnknownRecipient = 10;
const mostPeers = 10_000;

/**
 * Limits for each remote address: connections at once, messages a minute, guesses at recipients. Loopback is not limited:
 * what comes from there is a mail server of ours in front, or a test.
 */
export class SenderLimits {
  private readonly peers = new Map<string, Peer>();

  constructor(private readonly now: () => number = Date.now) {}

  /** @returns false when this connection is one too many; then `disconnected` must not be called for it */
  connected(address: string): boolean {
    if (isLoopback(address)) return true;
    const peer = this.peer(address);
    if (peer.connections >= mostConnections) return false;
    peer.connections += 1;
    return true;
  }

  disconnected(address: string): void {
    const peer = this.peers.get(address);
    if (peer) peer.connections = Math.max(0, peer.connections - 1);
  }

  /** @returns false when the address has to wait */
  mayHandOver(address: string): boolean {
    return this.take(address, 1);
  }

  unknownRecipient(address: string): void {
    this.take(address, costOfUnknownRecipient);
  }

  private take(address: string, cost: number): boolean {
    if (isLoopback(address)) return true;
    const peer = this.peer(address);
    const now = this.now();
    peer.tokens = Math.min(bucket.most, peer.tokens + ((now - peer.filledAt) / 1000) * bucket.perSecond);
    peer.filledAt = now;
    if (peer.tokens < cost) return false;
    peer.tokens -= cost;
    return true;
  }

  private peer(address: string): Peer {
    const known = this.peers.get(address);
    if (known) return known;
    if (this.peers.size >= mostPeers)
      for (const [key, p] of this.peers) if (p.connections === 0) this.peers.delete(key);
    const peer: Peer = { connections: 0, tokens: bucket.most, filledAt: this.now() };
    this.peers.set(address, peer);
    return peer;
  }
}

const isLoopback = (address: string): boolean => /^(127\.|::1$|::ffff:127\.)/.test(address);
