import { z } from 'zod';

/**
 * A backup is one gzip file of JSON lines: the head; then for each table its name and columns followed by its rows; then every
 * blob; at the end a line with the SHA-256 of all lines before it, so that a file cut short or changed is noticed.
 */
export const head = z.object({
  format: z.literal('dragoman-backup'),
  version: z.literal(1),
  madeAt: z.iso.datetime(),
  /** Names of the migrations that made the schema of the rows. */
  migrations: z.array(z.string()),
  /** Last value of every sequence. */
  sequences: z.record(z.string(), z.string()),
  /** The generated secret, where none was given by APP_SECRET: channel passwords are encrypted with it. */
  secret: z.string().nullable(),
});
export type BackupHead = z.infer<typeof head>;
export const tableLine = z.object({ table: z.string(), columns: z.array(z.string()) });
export const blobLine = z.object({ blob: z.string(), base64: z.base64() });
export const endLine = z.object({
  end: z.literal(true),
  rows: z.number().int(),
  blobs: z.number().int(),
  sha256: z.string(),
});

/** Who is signed in is not kept: after a restore everybody signs in anew. */
export const notKept = ['migrations', 'sessions'];

export class BadBackup extends Error {}
