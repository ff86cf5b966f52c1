import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People, teams, sessions, API tokens, the audit log. Ids are UUID v7, made in the app. */
export class Identity1764000001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE users (
        id uuid PRIMARY KEY,
        email text NOT NULL,
        name text NOT NULL,
        role text NOT NULL CHECK (role IN ('agent', 'lead', 'production', 'administrator')),
        password_hash text,
        totp_secret bytea,
        interface_language text NOT NULL DEFAULT 'en',
        time_zone text NOT NULL DEFAULT 'Asia/Shanghai',
        -- [{ "language": "fr", "level": "native" | "fluent" | "working" }]
        languages jsonb NOT NULL DEFAULT '[]',
        regions text[] NOT NULL DEFAULT '{}',
        skills text[] NOT NULL DEFAULT '{}',
        capacity integer NOT NULL DEFAULT 30 CHECK (capacity >= 0),
        -- business-time calendar of the person
        working_hours jsonb,
        presence text NOT NULL DEFAULT 'offline' CHECK (presence IN ('online', 'away', 'offline')),
        is_active boolean NOT NULL DEFAULT true,
        avatar_color text NOT NULL DEFAULT 'gray',
        preferences jsonb NOT NULL DEFAULT '{}',
        failed_sign_ins integer NOT NULL DEFAULT 0,
        locked_until timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE UNIQUE INDEX users_email_key ON users (lower(email));

      CREATE TABLE teams (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        languages text[] NOT NULL DEFAULT '{}',
        regions text[] NOT NULL DEFAULT '{}',
        store_ids uuid[] NOT NULL DEFAULT '{}',
        channel_ids uuid[] NOT NULL DEFAULT '{}',
        is_fallback boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE UNIQUE INDEX teams_name_key ON teams (lower(name));
      CREATE TABLE team_members (
        team_id uuid NOT NULL REFERENCES teams ON DELETE CASCADE,
        user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
        PRIMARY KEY (team_id, user_id)
      );
      CREATE INDEX team_members_user ON team_members (user_id);

      CREATE TABLE sessions (
        -- sha256 of the cookie's value: a stolen table opens no session
        token_hash bytea PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
        created_at timestamptz NOT NULL DEFAULT now(),
        seen_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        user_agent text
      );
      CREATE INDEX sessions_user ON sessions (user_id);
      CREATE INDEX sessions_expiry ON sessions (expires_at);

      CREATE TABLE api_tokens (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        token_hash bytea NOT NULL UNIQUE,
        user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
        created_at timestamptz NOT NULL DEFAULT now(),
        used_at timestamptz,
        expires_at timestamptz
      );

      CREATE TABLE audit_log (
        id uuid PRIMARY KEY,
        at timestamptz NOT NULL DEFAULT now(),
        user_id uuid,
        action text NOT NULL,
        subject_type text NOT NULL,
        subject_id text,
        before jsonb,
        after jsonb,
        ip text
      );
      CREATE INDEX audit_log_at ON audit_log (at DESC, id DESC);
      CREATE INDEX audit_log_subject ON audit_log (subject_type, subject_id, at DESC);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE audit_log, api_tokens, sessions, team_members, teams, users');
  }
}
