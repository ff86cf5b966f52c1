import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { Role } from '../../libs/contracts/index.ts';
import { Clock } from '../platform/index.ts';
import type { Principal } from './principal.ts';

export const sessionCookie = 'dragoman_session';
const sessionDays = 14;
const hash = (token: string): Buffer => createHash('sha256').update(token).digest();

interface PrincipalRow {
  id: string;
  name: string;
  email: string;
  role: Role;
  interface_language: string;
  time_zone: string;
}

/** Sessions live in the database, so that any process knows them and one revocation ends them everywhere. */
@Injectable()
export class Sessions {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @returns the cookie's value; it is stored nowhere */
  async open(userId: string, userAgent: string | undefined): Promise<{ token: string; expiresAt: Date }> {
    const token = randomBytes(32).toString('base64url');
    const expiresAt = new Date(this.clock.now().getTime() + sessionDays * 86_400_000);
    await this.source.query(
      'INSERT INTO sessions (token_hash, user_id, expires_at, user_agent) VALUES ($1, $2, $3, $4)',
      [hash(token), userId, expiresAt, userAgent?.slice(0, 300) ?? null],
    );
    return { token, expiresAt };
  }

  async close(token: string): Promise<void> {
    await this.source.query('DELETE FROM sessions WHERE token_hash = $1', [hash(token)]);
  }

  /** Ends all sessions of a person, but for one that may stay. */
  async closeAll(userId: string, exceptToken?: string, db: EntityManager = this.source.manager): Promise<void> {
    await db.query('DELETE FROM sessions WHERE user_id = $1 AND token_hash <> $2', [userId, hash(exceptToken ?? '')]);
  }

  /** The person behind a session cookie; null when it is unknown, expired or the person was switched off. */
  async find(token: string): Promise<Principal | null> {
    const rows: PrincipalRow[] = await this.source.query(
      `SELECT u.id, u.name, u.email, u.role, u.interface_language, u.time_zone
       FROM sessions s JOIN users u ON u.id = s.user_id
       WHERE s.token_hash = $1 AND s.expires_at > $2 AND u.is_active`,
      [hash(token), this.clock.now()],
    );
    return toPrincipal(rows[0]);
  }

  /** The person behind an API token (`Authorization: Bearer …`). */
  async findByApiToken(token: string): Promise<Principal | null> {
    const rows: PrincipalRow[] = await this.source.query(
      `WITH t AS (
         UPDATE api_tokens SET used_at = $2 WHERE token_hash = $1 AND (expires_at IS NULL OR expires_at > $2) RETURNING user_id
       )
       SELECT u.id, u.name, u.email, u.role, u.interface_language, u.time_zone FROM t JOIN users u ON u.id = t.user_id WHERE u.is_active`,
      [hash(token), this.clock.now()],
    );
    // TypeORM hands back rows alone for a statement that begins with WITH.
    return toPrincipal(rows[0]);
  }

  async createApiToken(row: { id: string; name: string; userId: string; expiresAt: string | null }): Promise<string> {
    const token = `dgm_${randomBytes(30).toString('base64url')}`;
    await this.source.query(
      'INSERT INTO api_tokens (id, name, token_hash, user_id, expires_at) VALUES ($1, $2, $3, $4, $5)',
      [row.id, row.name, hash(token), row.userId, row.expiresAt],
    );
    return token;
  }

  async removeExpired(): Promise<void> {
    await this.source.query('DELETE FROM sessions WHERE expires_at <= $1', [this.clock.now()]);
  }
}

const toPrincipal = (row: PrincipalRow | undefined): Principal | null =>
  row
    ? {
        userId: row.id,
        name: row.name,
        email: row.email,
        role: row.role,
        language: row.interface_language,
        timeZone: row.time_zone,
      }
    : null;
