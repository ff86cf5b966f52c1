import { parentPort } from 'node:worker_threads';
import { prepareReading, type ReadMail, readMail } from './read-mail.ts';

/** Several messages in one buffer, so that it changes hands without a copy. */
export interface ReadTask {
  id: number;
  bytes: ArrayBuffer;
  messages: { length: number; storeLanguages: readonly string[]; storeCountry: string | null }[];
  ownAddresses: readonly string[];
}
export interface ReadAnswer {
  id: number;
  results: ({ mail: ReadMail } | { fault: string })[];
}

function answer({ id, bytes, messages, ownAddresses }: ReadTask): ReadAnswer {
  let at = 0;
  const results = messages.map(({ length, storeLanguages, storeCountry }) => {
    const raw = new Uint8Array(bytes, at, length);
    at += length;
    try {
      return { mail: readMail({ raw, ownAddresses, storeLanguages, storeCountry }) };
    } catch (error) {
      return { fault: error instanceof Error ? error.message : String(error) };
    }
  });
  return { id, results };
}

// A thread of the reading pool: messages in, values out.
if (parentPort) {
  const port = parentPort;
  await prepareReading();
  port.on('message', (task: ReadTask) => port.postMessage(answer(task)));
  port.postMessage({ ready: true });
}
