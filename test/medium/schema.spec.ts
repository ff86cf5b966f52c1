import { DataSource } from 'typeorm';
import { migrations } from '../../migrations/index.ts';
import { startTestApp, type TestApp } from '../factories/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

/** Every column of every table of ours with its type, whether it may be null, and its default. */
const columns = (source: DataSource): Promise<object[]> =>
  source.query(
    `SELECT table_name, column_name, data_type, udt_name, is_nullable, column_default FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name <> 'migrations' ORDER BY table_name, column_name`,
  );
const indexes = (source: DataSource): Promise<object[]> =>
  source.query(
    `SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'migrations' ORDER BY indexdef`,
  );
const constraints = (source: DataSource): Promise<object[]> =>
  source.query(
    `SELECT conrelid::regclass::text AS table, conname, pg_get_constraintdef(oid) AS definition FROM pg_constraint
     WHERE connamespace = 'public'::regnamespace AND conrelid <> 'migrations'::regclass ORDER BY 1, 2`,
  );

describe('the schema', () => {
  it('is what the entities say: nothing would have to change', async () => {
    expect(app.source.entityMetadatas.length).toBeGreaterThan(0);
    const { upQueries } = await app.source.driver.createSchemaBuilder().log();
    expect(upQueries.map((q) => q.query)).toEqual([]);
  });

  it('goes down to nothing and comes back the same', async () => {
    const source = await new DataSource({
      type: 'postgres',
      url: app.databaseUrl,
      migrations,
      migrationsTableName: 'migrations',
    }).initialize();
    try {
      const before = [await columns(source), await indexes(source), await constraints(source)];
      for (const _ of migrations) await source.undoLastMigration({ transaction: 'each' });
      expect(await columns(source)).toEqual([]);
      await source.runMigrations({ transaction: 'each' });
      expect([await columns(source), await indexes(source), await constraints(source)]).toEqual(before);
    } finally {
      await source.destroy();
    }
  });
});
