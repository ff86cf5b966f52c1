import { createApplication, openDatabase } from './application.ts';
import { endOnSignal } from './end-on-signal.ts';
import { readConfig } from './run-server.ts';

// Jobs, mailboxes and timers without HTTP: run as many as the load needs beside the `main` processes.
const config = readConfig(process.env);
const database = await openDatabase(config);
const app = await createApplication(config, database.url);
await app.init();
endOnSignal(() => app.close().finally(() => database.close()));
console.log(JSON.stringify({ ready: true, worker: true }));
