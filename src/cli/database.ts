import { type Command, InvalidArgumentError } from 'commander';

/** Commands that need the database: migrate, create-admin, doctor. */
export function registerDatabaseCommands(program: Command): void {
  program
    .command('migrate')
    .description('bring the database to the newest schema')
    .action(async () => {
      const [{ openDatabase }, { readConfig }] = await Promise.all([
        import('../application.ts'),
        import('../run-server.ts'),
      ]);
      const database = await openDatabase(readConfig(process.env));
      await database.close();
      console.log(JSON.stringify({ migrated: true }));
    });

  program
    .command('create-admin')
    .description('make an administrator, or give one a new password')
    .requiredOption('--email <address>')
    .requiredOption('--name <name>')
    .requiredOption('--password <password>', 'at least 10 characters', (value) => {
      if (value.length < 10) throw new InvalidArgumentError('at least 10 characters');
      return value;
    })
    .action(async ({ email, name, password }: { email: string; name: string; password: string }) => {
      const { withApplication } = await import('./with-application.ts');
      const { UsersService } = await import('../identity/index.ts');
      await withApplication(async (app) => {
        const users = app.get(UsersService, { strict: false });
        const known = (await users.list()).find((u) => u.email.toLowerCase() === email.toLowerCase());
        const person = known
          ? await users.update(known.id, { password, role: 'administrator', isActive: true })
          : await users.create({
              email,
              name,
              password,
              role: 'administrator',
              interfaceLanguage: 'en',
              timeZone: 'Asia/Shanghai',
              languages: [],
              regions: [],
              skills: [],
              capacity: 30,
              workingHours: null,
            });
        console.log(JSON.stringify({ id: person.id, email: person.email, isNew: !known }));
      });
    });

  program
    .command('doctor')
    .description('check configuration, database, blobs, mailboxes; say what to do')
    .action(async () => {
      const { runDoctor } = await import('./doctor.ts');
      process.exitCode = (await runDoctor(process.env)) ? 0 : 1;
    });
}
