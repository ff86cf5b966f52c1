import type { Command } from 'commander';

/** `dragoman demo`: a furnished workspace into which real mail arrives over a minute; no account needed anywhere. */
export function registerDemo(program: Command): void {
  program
    .command('demo')
    .description(
      'a furnished workspace with mail arriving through the SMTP listener; answers go to the sent-mail viewer',
    )
    .option('--speed <factor>', 'pace of the arriving mail: 1 takes a minute, 0 hands all over at once', '1')
    .action(async ({ speed }: { speed: string }) => {
      const [{ runServer }, { demoPassword, FurnishDemo, PumpDemoMail }] = await Promise.all([
        import('../run-server.ts'),
        import('../admin/index.ts'),
      ]);
      const env = { DATA_DIR: 'data/demo', ...process.env };
      await runServer(env, async ({ app, url }) => {
        const now = new Date();
        await app.get(FurnishDemo, { strict: false }).furnish(now);
        void app.get(PumpDemoMail, { strict: false }).start(now, Number(speed));
        console.error(
          `\n  Dragoman is at ${url}\n  The page says who can sign in; everybody's password is ${demoPassword}\n`,
        );
        return { demo: true, password: demoPassword };
      });
    });
}
