import { Controller } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import * as contract from '../../libs/contracts/identity.ts';
import type { InputOf } from '../../libs/contracts/index.ts';
import { ensure, Input, newId, Serve } from '../platform/index.ts';
import { Sessions } from './sessions.ts';
import { TeamsService } from './teams.service.ts';
import { UsersService } from './users.service.ts';

@Controller('api/v1')
export class PeopleController {
  constructor(
    private readonly users: UsersService,
    private readonly teams: TeamsService,
    private readonly sessions: Sessions,
    @InjectDataSource() private readonly source: DataSource,
  ) {}

  @Serve(contract.listPeople)
  async listPeople() {
    return { items: await this.users.people() };
  }

  @Serve(contract.listUsers)
  async listUsers() {
    return { items: await this.users.list() };
  }

  @Serve(contract.createUser)
  createUser(@Input(contract.createUser) { body }: InputOf<typeof contract.createUser>) {
    return this.users.create(body);
  }

  @Serve(contract.updateUser)
  updateUser(@Input(contract.updateUser) { params, body }: InputOf<typeof contract.updateUser>) {
    return this.users.update(params.id, body);
  }

  @Serve(contract.listTeams)
  async listTeams() {
    return { items: await this.teams.list() };
  }

  @Serve(contract.createTeam)
  createTeam(@Input(contract.createTeam) { body }: InputOf<typeof contract.createTeam>) {
    return this.teams.create(body);
  }

  @Serve(contract.updateTeam)
  updateTeam(@Input(contract.updateTeam) { params, body }: InputOf<typeof contract.updateTeam>) {
    return this.teams.update(params.id, body);
  }

  @Serve(contract.deleteTeam)
  deleteTeam(@Input(contract.deleteTeam) { params }: InputOf<typeof contract.deleteTeam>) {
    return this.teams.remove(params.id);
  }

  @Serve(contract.listApiTokens)
  async listApiTokens() {
    const rows: {
      id: string;
      name: string;
      userId: string;
      createdAt: Date;
      usedAt: Date | null;
      expiresAt: Date | null;
    }[] = await this.source.query(
      `SELECT id, name, user_id AS "userId", created_at AS "createdAt", used_at AS "usedAt", expires_at AS "expiresAt" FROM api_tokens ORDER BY id DESC`,
    );
    const iso = (d: Date | null) => d?.toISOString() ?? null;
    return {
      items: rows.map((r) => ({
        ...r,
        createdAt: r.createdAt.toISOString(),
        usedAt: iso(r.usedAt),
        expiresAt: iso(r.expiresAt),
      })),
    };
  }

  @Serve(contract.createApiToken)
  async createApiToken(@Input(contract.createApiToken) { body }: InputOf<typeof contract.createApiToken>) {
    await this.users.find(body.userId);
    const id = newId();
    const token = await this.sessions.createApiToken({ id, ...body });
    return {
      id,
      name: body.name,
      userId: body.userId,
      createdAt: new Date().toISOString(),
      usedAt: null,
      expiresAt: body.expiresAt,
      token,
    };
  }

  @Serve(contract.deleteApiToken)
  async deleteApiToken(@Input(contract.deleteApiToken) { params }: InputOf<typeof contract.deleteApiToken>) {
    const [, affected] = await this.source.query('DELETE FROM api_tokens WHERE id = $1', [params.id]);
    ensure(affected, 'identity.tokenNotFound');
  }
}
