import { createApplication, openDatabase } from './application.ts';
import { readConfig } from './run-server.ts';

// Jobs, mailboxes and timers without HTTP: run as many as the load needs beside the `main` processes.
const config = readConfig(process.env);
const database = await openDatabase(config);
const app = await createApplication(config, database.url);
await app.init();
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(
    signal,
    () =>
      void app
        .close()
        .then(() => database.close())
        .then(() => process.exit(0)),
  );
}
console.log(JSON.stringify({ ready: true, worker: true }));
