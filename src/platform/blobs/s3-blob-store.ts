import type { Readable } from 'node:stream';
import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { BlobStore, BlobsUnavailable } from './blob-store.ts';

/** Any S3-compatible object store. */
export class S3BlobStore extends BlobStore {
  private readonly client: S3Client;

  constructor(
    private readonly bucket: string,
    options: { region?: string; endpoint?: string; accessKeyId?: string; secretAccessKey?: string },
  ) {
    super();
    this.client = new S3Client({
      region: options.region ?? 'us-east-1',
      endpoint: options.endpoint,
      forcePathStyle: Boolean(options.endpoint),
      credentials:
        options.accessKeyId && options.secretAccessKey
          ? { accessKeyId: options.accessKeyId, secretAccessKey: options.secretAccessKey }
          : undefined,
    });
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    await this.send(key, () => this.client.send(new PutObjectCommand({ Bucket: this.bucket, Key: key, Body: bytes })));
  }

  async get(key: string): Promise<Buffer> {
    const answer = await this.send(key, () =>
      this.client.send(new GetObjectCommand({ Bucket: this.bucket, Key: key })),
    );
    return Buffer.from(await answer.Body!.transformToByteArray());
  }

  async stream(key: string): Promise<Readable> {
    const answer = await this.send(key, () =>
      this.client.send(new GetObjectCommand({ Bucket: this.bucket, Key: key })),
    );
    return answer.Body as Readable;
  }

  async delete(key: string): Promise<void> {
    await this.send(key, () => this.client.send(new DeleteObjectCommand({ Bucket: this.bucket, Key: key })));
  }

  private async send<T>(key: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (cause) {
      throw new BlobsUnavailable(key, cause);
    }
  }
}
