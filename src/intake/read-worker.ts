import { parentPort } from 'node:worker_threads';
import { prepareReading, type ReadRequest, readMail } from './read-mail.ts';

// A thread of the reading pool: messages in, values out.
await prepareReading();
parentPort?.on('message', async ({ id, request }: { id: number; request: ReadRequest }) => {
  try {
    parentPort?.postMessage({ id, mail: await readMail(request) });
  } catch (error) {
    parentPort?.postMessage({ id, fault: error instanceof Error ? error.message : String(error) });
  }
});
parentPort?.postMessage({ ready: true });
