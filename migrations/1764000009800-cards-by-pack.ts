import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cards name no attribute of a certain trade any more: size and facts are those of the pack's headline. */
export class CardsByPack1764000009800 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      UPDATE specifications SET card = (card - 'widthMm' - 'heightMm' - 'handing' - 'swing') || jsonb_build_object(
        'size', jsonb_build_array(card->'widthMm', card->'heightMm'),
        'facts', jsonb_strip_nulls(jsonb_build_object('handing_din', card->'handing', 'swing', card->'swing')))
      WHERE card ? 'widthMm'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      UPDATE specifications SET card = (card - 'size' - 'facts') || jsonb_build_object(
        'widthMm', card->'size'->0, 'heightMm', card->'size'->1,
        'handing', card->'facts'->'handing_din', 'swing', card->'facts'->'swing')
      WHERE card ? 'size'`);
  }
}
