import { join } from 'node:path';
import type { Config } from '../config/config.ts';
import type { BlobStore } from './blob-store.ts';
import { DiskBlobStore } from './disk-blob-store.ts';

/** Where this configuration keeps large bytes: a folder, or an S3-compatible bucket. */
export async function openBlobStore(config: Config): Promise<BlobStore> {
  if (config.get('BLOB_STORE') === 'disk') return new DiskBlobStore(join(config.get('DATA_DIR'), 'blobs'));
  // Its client is large, and most have none.
  const { S3BlobStore } = await import('./s3-blob-store.ts');
  return new S3BlobStore(config.get('S3_BUCKET')!, {
    region: config.get('S3_REGION'),
    endpoint: config.get('S3_ENDPOINT'),
    accessKeyId: config.get('S3_ACCESS_KEY_ID'),
    secretAccessKey: config.get('S3_SECRET_ACCESS_KEY'),
  });
}
