import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { Team, TeamInput } from '../../libs/contracts/index.ts';
import { AppError, Events, ensure, inTransaction, newId } from '../platform/index.ts';

const columns = `t.id, t.name, t.languages, t.regions, t.store_ids AS "storeIds", t.channel_ids AS "channelIds", t.is_fallback AS "isFallback",
  coalesce((SELECT array_agg(m.user_id) FROM team_members m WHERE m.team_id = t.id), '{}') AS "memberIds"`;

@Injectable()
export class TeamsService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly events: Events,
  ) {}

  list(): Promise<Team[]> {
    return this.source.query(`SELECT ${columns} FROM teams t ORDER BY t.name`);
  }

  create(input: TeamInput, joined?: EntityManager): Promise<Team> {
    return this.save(newId(), input, joined);
  }

  async update(id: string, input: TeamInput): Promise<Team> {
    const there = await this.source.query('SELECT 1 FROM teams WHERE id = $1', [id]);
    ensure(there.length, 'identity.teamNotFound');
    return this.save(id, input);
  }

  async remove(id: string): Promise<void> {
    const [, affected] = await this.source.query('DELETE FROM teams WHERE id = $1', [id]);
    ensure(affected, 'identity.teamNotFound');
    await this.events.publishNow({ type: 'team.changed', teamId: id });
  }

  private save(id: string, input: TeamInput, joined?: EntityManager): Promise<Team> {
    return inTransaction(
      this.source,
      async (manager) => {
        const taken = await manager.query('SELECT 1 FROM teams WHERE lower(name) = lower($1) AND id <> $2', [
          input.name,
          id,
        ]);
        if (taken.length > 0) throw new AppError('identity.teamNameTaken', { name: input.name });
        if (input.isFallback) await manager.query('UPDATE teams SET is_fallback = false WHERE id <> $1', [id]);
        await manager.query(
          `INSERT INTO teams (id, name, languages, regions, store_ids, channel_ids, is_fallback) VALUES ($1, $2, $3, $4, $5, $6, $7)
           ON CONFLICT (id) DO UPDATE SET name = $2, languages = $3, regions = $4, store_ids = $5, channel_ids = $6, is_fallback = $7`,
          [id, input.name, input.languages, input.regions, input.storeIds, input.channelIds, input.isFallback],
        );
        await manager.query('DELETE FROM team_members WHERE team_id = $1', [id]);
        await manager.query('INSERT INTO team_members (team_id, user_id) SELECT $1, unnest($2::uuid[])', [
          id,
          input.memberIds,
        ]);
        await this.events.publish(manager, { type: 'team.changed', teamId: id });
        const rows: Team[] = await manager.query(`SELECT ${columns} FROM teams t WHERE t.id = $1`, [id]);
        return rows[0]!;
      },
      joined,
    );
  }
}
