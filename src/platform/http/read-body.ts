import type { Request } from 'express';
import type { AppError } from '../errors/app-error.ts';

/**
 * The body of an upload as it came.
 * @param limit bytes; beyond, nothing is kept and `tooLarge` is thrown
 */
export async function readBody(
  request: Request & { rawBody?: Buffer },
  limit: number,
  tooLarge: () => AppError,
): Promise<Buffer> {
  // A JSON file has been read by the body parser already.
  if (request.rawBody) {
    if (request.rawBody.length > limit) throw tooLarge();
    return request.rawBody;
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
    // Whoever sends a little too much is heard out, so that they can read the refusal.
    else if (size > limit * 4) throw tooLarge();
  }
  if (size > limit) throw tooLarge();
  return Buffer.concat(chunks);
}
