import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { BlobStore, BlobsUnavailable } from './blob-store.ts';

export class DiskBlobStore extends BlobStore {
  constructor(private readonly folder: string) {
    super();
  }

  /** Written beside, flushed, then renamed: a crash leaves the whole file or none. */
  async put(key: string, bytes: Uint8Array): Promise<void> {
    const file = this.path(key);
    const part = `${file}.${randomUUID()}.part`;
    try {
      await mkdir(dirname(file), { recursive: true });
      const handle = await open(part, 'wx');
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(part, file);
    } catch (cause) {
      await rm(part, { force: true }).catch(() => undefined);
      throw new BlobsUnavailable(key, cause);
    }
  }

  async get(key: string): Promise<Buffer> {
    try {
      return await readFile(this.path(key));
    } catch (cause) {
      throw new BlobsUnavailable(key, cause);
    }
  }

  async stream(key: string): Promise<Readable> {
    try {
      await stat(this.path(key));
      return createReadStream(this.path(key));
    } catch (cause) {
      throw new BlobsUnavailable(key, cause);
    }
  }

  async delete(key: string): Promise<void> {
    await rm(this.path(key), { force: true });
  }

  private path(key: string): string {
    if (!/^[a-z0-9][a-z0-9/._-]*$/.test(key) || key.includes('..'))
      throw new BlobsUnavailable(key, 'not a key of ours');
    return join(this.folder, key);
  }
}
