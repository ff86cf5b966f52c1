import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { AttributeValue, Feasibility, SpecificationItem, SpecificationState } from '../../libs/contracts/index.ts';
import { ensure, Jobs, newId } from '../platform/index.ts';

/** A picture as a version holds it. */
export interface VersionPicture {
  id: string;
  /** Of its bytes, hex. */
  sha256: string;
  width: number;
  height: number;
  caption: string;
}

/** What a version holds for ever: the items and, beside each value, the buyer's own words. */
export interface VersionContent {
  packId: string;
  packVersion: string;
  dueDate: string | null;
  /** Absent where none was chosen. */
  pictures?: VersionPicture[];
  items: (Omit<SpecificationItem, 'values'> & {
    values: Record<
      string,
      {
        value: unknown;
        stated: string | null;
        unit: string | null;
        source: SpecificationItem['values'][string]['source'];
        by: string | null;
      }
    >;
  })[];
}

/** The values alone, by attribute. */
export const plainValues = (values: Record<string, { value: unknown }>): Record<string, AttributeValue> =>
  Object.fromEntries(Object.entries(values).map(([name, v]) => [name, v.value as AttributeValue]));

export interface Version {
  content: VersionContent;
  hash: string;
  createdAt: Date;
  kind: 'first' | 'revision' | 'change_order';
  /** Production's answer to this version. */
  feasibility: Feasibility | null;
}

export interface SpecificationRecord {
  id: string;
  number: number;
  ticketId: string;
  packId: string;
  packVersion: string;
  state: SpecificationState;
  currentVersion: number;
  revision: number;
  items: SpecificationItem[];
  ambiguities: { itemId: string; attribute: string; code: string }[];
  agentId: string | null;
  feasibility: Feasibility | null;
  tracking: string | null;
  dueDate: string | null;
  promisedDate: string | null;
  pieces: number;
  needsAcknowledgement: boolean;
  approvalState: 'none' | 'asked' | 'approved' | 'change_requested' | 'outdated';
  approvalAt: Date | null;
  approvalVersion: number | null;
  approvalComment: string | null;
}

const columns = `s.id, s.number::int AS number, s.ticket_id AS "ticketId", s.pack_id AS "packId", s.pack_version AS "packVersion", s.state, s.current_version AS "currentVersion",
  s.revision, s.items, s.ambiguities, s.agent_id AS "agentId", s.feasibility, s.tracking, s.due_date::text AS "dueDate", s.promised_date::text AS "promisedDate", s.pieces, s.needs_acknowledgement AS "needsAcknowledgement",
  s.approval_state AS "approvalState", s.approval_at AS "approvalAt", s.approval_version AS "approvalVersion", s.approval_comment AS "approvalComment"`;

/** Rows of specifications; deeds lock them, change them and write the trail through here. */
@Injectable()
export class SpecificationStore {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly jobs: Jobs,
  ) {}

  async find(id: string, db: EntityManager = this.source.manager): Promise<SpecificationRecord> {
    const rows: SpecificationRecord[] = await db.query(`SELECT ${columns} FROM specifications s WHERE s.id = $1`, [id]);
    ensure(rows[0], 'specification.notFound');
    return rows[0];
  }

  async lock(id: string, db: EntityManager): Promise<SpecificationRecord> {
    const rows: SpecificationRecord[] = await db.query(
      `SELECT ${columns} FROM specifications s WHERE s.id = $1 FOR UPDATE`,
      [id],
    );
    ensure(rows[0], 'specification.notFound');
    return rows[0];
  }

  async idsOfTicket(ticketId: string): Promise<string[]> {
    const rows: { id: string }[] = await this.source.query(
      'SELECT id FROM specifications WHERE ticket_id = $1 ORDER BY number',
      [ticketId],
    );
    return rows.map((r) => r.id);
  }

  async version(id: string, version: number, db: EntityManager = this.source.manager): Promise<Version> {
    const rows: Version[] = await db.query(
      `SELECT content, hash, created_at AS "createdAt", kind, feasibility FROM specification_versions WHERE specification_id = $1 AND version = $2`,
      [id, version],
    );
    ensure(rows[0], 'specification.versionNotFound', { version });
    return rows[0];
  }

  /** Pictures that go with the next version, in the order in which they were added. */
  chosenPictures(id: string, db: EntityManager = this.source.manager): Promise<VersionPicture[]> {
    return db.query(
      `SELECT id, sha256, width, height, caption FROM specification_pictures WHERE specification_id = $1 AND kind = 'wish' AND is_chosen ORDER BY added_at, id`,
      [id],
    );
  }

  async recordMove(
    db: EntityManager,
    move: {
      id: string;
      by: string | null;
      byBuyer?: boolean;
      from: SpecificationState | null;
      to: SpecificationState;
      version: number;
      note?: string;
    },
  ): Promise<void> {
    const eventId = newId();
    await db.query(
      `INSERT INTO specification_events (id, specification_id, by_user_id, by_buyer, from_state, to_state, version, note) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [eventId, move.id, move.by, move.byBuyer ?? false, move.from, move.to, move.version, move.note ?? ''],
    );
    await this.jobs.add(db, 'specification.moved', { eventId });
  }
}

/** sha256 over the content with its keys in order: two equal contents have one fingerprint. */
export const hashOf = (content: VersionContent): string =>
  createHash('sha256').update(canonicalJson(content)).digest('hex');

/** JSON with keys in the order of their code units and no white space, as RFC 8785 has it for what we store. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  return `{${Object.keys(value)
    .sort()
    .map((k) => `${JSON.stringify(k)}:${canonicalJson((value as Record<string, unknown>)[k])}`)
    .join(',')}}`;
}
