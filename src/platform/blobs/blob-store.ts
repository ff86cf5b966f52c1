import type { Readable } from 'node:stream';

/** Where bytes too large for a row live. Keys are made by us: `[a-z0-9/._-]+`. */
export abstract class BlobStore {
  /** Durable when it resolves. Writing a key twice with the same bytes is allowed. @throws BlobsUnavailable */
  abstract put(key: string, bytes: Uint8Array): Promise<void>;
  /** @throws BlobsUnavailable when it is missing or the store cannot be reached */
  abstract get(key: string): Promise<Buffer>;
  abstract stream(key: string): Promise<Readable>;
  abstract delete(key: string): Promise<void>;
}

/** The store is full, missing or unreachable; the cause names why. */
export class BlobsUnavailable extends Error {
  constructor(key: string, cause: unknown) {
    super(`blob ${key}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = 'BlobsUnavailable';
  }
}
