import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { defaultPackId, type PackChange, type PackSource } from '../../libs/contracts/index.ts';
import { interfaceLanguages } from '../../libs/i18n/index.ts';
import {
  addPackVersion,
  loadPack,
  nextPackVersion,
  type Pack,
  packIds,
  packSchema,
  shippedPack,
  validatePack,
} from '../../libs/specification/index.ts';
import type { Principal } from '../identity/index.ts';
import { AppError, Events, ensure } from '../platform/index.ts';

/**
 * The trades as this company has them. Every version is kept, the shipped ones too, so that a sheet of long ago is rendered by
 * the words it was agreed in; a change makes the next version and never touches one that was in use.
 */
@Injectable()
export class ProductPacks implements OnApplicationBootstrap {
  private readonly log = new Logger(ProductPacks.name);

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly events: Events,
  ) {
    for (const type of ['pack.changed', 'events.reconnected']) events.subscribe(type, () => this.load());
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.keepShipped();
    await this.load();
  }

  /** @throws AppError specification.packNotFound */
  async find(id: string): Promise<PackSource> {
    const { version, productTypes, groups, attributes, mandatory, names, questions } = packOf(id);
    const versions: PackSource['versions'] = await this.source.query(
      `SELECT p.version, u.name AS by, p.note, to_char(p.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at
       FROM product_packs p LEFT JOIN users u ON u.id = p.created_by WHERE p.id = $1 ORDER BY p.created_at DESC, p.version DESC LIMIT 50`,
      [id],
    );
    return { id, version, productTypes, groups, attributes, mandatory, names, questions, versions };
  }

  /**
   * @returns the new version, or null with what is wrong (or with nothing, when it was only tried)
   * @throws AppError specification.packChangedMeanwhile when somebody saved since `base`
   */
  async save(
    id: string,
    { base, note, isDryRun, ...change }: PackChange & { base: string; note: string; isDryRun: boolean },
    by: Principal,
  ): Promise<{ version: string | null; faults: string[] }> {
    const known = packOf(id);
    if (known.version !== base) throw new AppError('specification.packChangedMeanwhile', { version: known.version });
    const next = { ...known, ...change, version: nextPackVersion(base) };
    const faults = [...lost(known, change), ...validatePack(next, interfaceLanguages)];
    if (faults.length > 0 || isDryRun) return { version: null, faults };
    await this.source.transaction(async (db) => {
      const stored = await db.query(
        'INSERT INTO product_packs (id, version, source, note, created_by) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING version',
        [id, next.version, JSON.stringify(next), note, by.userId],
      );
      if (stored.length === 0) throw new AppError('specification.packChangedMeanwhile', { version: next.version });
      await this.events.publish(db, { type: 'pack.changed', packId: id });
    });
    addPackVersion(next);
    return { version: next.version, faults: [] };
  }

  /** The trade of a ticket's store. */
  async ofTicket(db: EntityManager, ticketId: string): Promise<string> {
    const rows: { pack: string | null }[] = await db.query(
      'SELECT s.pack_id AS pack FROM tickets t LEFT JOIN stores s ON s.id = t.store_id WHERE t.id = $1',
      [ticketId],
    );
    return rows[0]?.pack ?? defaultPackId;
  }

  private async keepShipped(): Promise<void> {
    for (const id of packIds()) {
      const { version } = packSchema.parse(shippedPack(id));
      const kept = await this.source.query('SELECT 1 FROM product_packs WHERE id = $1 AND version = $2', [id, version]);
      if (kept.length > 0) continue;
      await this.source.query(
        'INSERT INTO product_packs (id, version, source) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
        [id, version, JSON.stringify(shippedPack(id))],
      );
    }
  }

  private async load(): Promise<void> {
    const rows: { id: string; version: string }[] = await this.source.query('SELECT id, version FROM product_packs');
    for (const { id, version } of rows) {
      if (isKnown(id, version)) continue;
      const [row] = await this.source.query('SELECT source FROM product_packs WHERE id = $1 AND version = $2', [
        id,
        version,
      ]);
      try {
        addPackVersion(row.source);
      } catch (error) {
        this.log.error(
          `pack ${id} ${version} cannot be read any more: ${error instanceof Error ? error.message : error}`,
        );
      }
    }
  }
}

/** @throws AppError specification.packNotFound */
export function packOf(id: string): Pack {
  ensure(packIds().includes(id), 'specification.packNotFound', { packId: id });
  return loadPack(id);
}

/** The pack as it was when something was agreed; the newest where that version is not known here any more. */
export const packAsOf = (id: string, version: string): Pack =>
  isKnown(id, version) ? loadPack(id, version) : packOf(id);

function isKnown(id: string, version: string): boolean {
  try {
    return loadPack(id, version).version === version;
  } catch {
    return false;
  }
}

/** What is there once stays: specifications name it. */
function lost(known: Pack, change: PackChange): string[] {
  const now = new Map(change.attributes.map((a) => [a.name, a]));
  return known.attributes.flatMap(({ name, type, values = [] }) => {
    const kept = now.get(name);
    if (!kept) return [`attribute ${name} is in use and cannot be taken away`];
    if (kept.type !== type) return [`attribute ${name} was ${type} and cannot become ${kept.type}`];
    return values
      .filter((v) => !kept.values?.includes(v))
      .map((v) => `value ${v} of ${name} is in use and cannot be taken away`);
  });
}
