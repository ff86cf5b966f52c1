import { Injectable } from '@nestjs/common';
import { InjectDataSource, InjectRepository } from '@nestjs/typeorm';
import type { DataSource, EntityManager, Repository } from 'typeorm';
import type { Me, Person, User, UserInput } from '../../libs/contracts/index.ts';
import { AppError, Events, ensure, Jobs, newId } from '../platform/index.ts';
import { hashPassword, isPassword } from './passwords.ts';
import { presentMe, presentPerson, presentUser } from './present-user.ts';
import { Sessions } from './sessions.ts';
import { UserEntity } from './user.entity.ts';

const colors = [
  'blue',
  'cyan',
  'teal',
  'green',
  'lime',
  'yellow',
  'orange',
  'red',
  'pink',
  'grape',
  'violet',
  'indigo',
];

/** People who work here: made, changed, switched off; never deleted, because messages name them. */
@Injectable()
export class UsersService {
  constructor(
    @InjectRepository(UserEntity) private readonly users: Repository<UserEntity>,
    @InjectDataSource() private readonly source: DataSource,
    private readonly sessions: Sessions,
    private readonly events: Events,
    private readonly jobs: Jobs,
  ) {}

  async me(userId: string): Promise<Me> {
    const user = await this.find(userId);
    return presentMe(user, (await this.teamsOf([userId])).get(userId) ?? []);
  }

  async people(): Promise<Person[]> {
    const users = await this.users.find({ order: { name: 'ASC' } });
    const teams = await this.teamsOf();
    return users.map((u) => presentPerson(u, teams.get(u.id) ?? []));
  }

  async list(): Promise<User[]> {
    const users = await this.users.find({ order: { isActive: 'DESC', name: 'ASC' } });
    const [teams, loads] = [await this.teamsOf(), await this.loads()];
    return users.map((u) => presentUser(u, teams.get(u.id) ?? [], loads.get(u.id) ?? 0));
  }

  async create(input: UserInput, joined?: EntityManager): Promise<User> {
    const { password, ...rest } = input;
    const repository = joined?.getRepository(UserEntity) ?? this.users;
    const id = newId();
    await this.refuseTaken(repository, input.email);
    await repository.insert({
      ...rest,
      id,
      passwordHash: password ? await hashPassword(password) : null,
      avatarColor: colors[[...input.name].reduce((sum, c) => sum + c.codePointAt(0)!, 0) % colors.length],
      preferences: {},
    });
    return presentUser(await repository.findOneByOrFail({ id }), [], 0);
  }

  async update(
    id: string,
    changes: Partial<UserInput> & { isActive?: boolean; resetSecondFactor?: boolean },
  ): Promise<User> {
    const before = await this.find(id);
    const { password, resetSecondFactor, ...rest } = changes;
    if (changes.email && changes.email.toLowerCase() !== before.email.toLowerCase())
      await this.refuseTaken(this.users, changes.email);
    const losesAdministrator =
      before.role === 'administrator' &&
      (changes.isActive === false || (changes.role && changes.role !== 'administrator'));
    if (losesAdministrator && (await this.users.countBy({ role: 'administrator', isActive: true })) <= 1)
      throw new AppError('identity.lastAdministrator');
    await this.source.transaction(async (manager) => {
      await manager.getRepository(UserEntity).update(id, {
        ...rest,
        ...(password ? { passwordHash: await hashPassword(password) } : {}),
        ...(resetSecondFactor ? { totpSecret: null } : {}),
        updatedAt: new Date(),
      });
      if (before.isActive && changes.isActive === false)
        await this.jobs.add(manager, 'routing.personLeft', { userId: id });
      if (password || changes.isActive === false) await this.sessions.closeAll(id, undefined, manager);
      await this.events.publish(manager, { type: 'person.changed', userId: id });
    });
    const user = await this.find(id);
    return presentUser(user, (await this.teamsOf([id])).get(id) ?? [], (await this.loads()).get(id) ?? 0);
  }

  /** What people change of themselves; a new password ends all their other sessions. */
  async updateSelf(
    id: string,
    changes: {
      name?: string;
      interfaceLanguage?: string;
      timeZone?: string;
      presence?: UserEntity['presence'];
      preferences?: Record<string, unknown>;
      currentPassword?: string;
      newPassword?: string;
    },
    token: string | undefined,
  ): Promise<Me> {
    const { currentPassword, newPassword, preferences, ...rest } = changes;
    const user = await this.users
      .createQueryBuilder('u')
      .addSelect('u.passwordHash')
      .where('u.id = :id', { id })
      .getOneOrFail();
    if (newPassword && !(await isPassword(currentPassword ?? '', user.passwordHash)))
      throw new AppError('identity.signInFailed');
    await this.users.update(id, {
      ...rest,
      ...(newPassword ? { passwordHash: await hashPassword(newPassword) } : {}),
      ...(preferences ? { preferences: { ...user.preferences, ...preferences } as object } : {}),
      updatedAt: new Date(),
    });
    if (newPassword) await this.sessions.closeAll(id, token);
    await this.events.publishNow({ type: 'person.changed', userId: id });
    return this.me(id);
  }

  async setPresence(id: string, presence: UserEntity['presence']): Promise<void> {
    const changed = await this.users.update({ id }, { presence });
    if (changed.affected) await this.events.publishNow({ type: 'person.changed', userId: id });
  }

  async setTotpSecret(id: string, secret: Buffer | null): Promise<void> {
    await this.users.update(id, { totpSecret: secret });
  }

  async find(id: string): Promise<UserEntity> {
    const user = await this.users.findOneBy({ id });
    ensure(user, 'identity.userNotFound');
    return user;
  }

  async count(): Promise<number> {
    return this.users.count();
  }

  private async refuseTaken(repository: Repository<UserEntity>, email: string): Promise<void> {
    const taken = await repository
      .createQueryBuilder('u')
      .where('lower(u.email) = lower(:email)', { email })
      .getCount();
    if (taken > 0) throw new AppError('identity.emailTaken', { email });
  }

  private async teamsOf(userIds?: string[]): Promise<Map<string, string[]>> {
    const rows: { user_id: string; teams: string[] }[] = await this.source.query(
      'SELECT user_id, array_agg(team_id) AS teams FROM team_members WHERE $1::uuid[] IS NULL OR user_id = ANY ($1) GROUP BY user_id',
      [userIds ?? null],
    );
    return new Map(rows.map((r) => [r.user_id, r.teams]));
  }

  /** Open tickets by assignee. The table is asked by name: tickets is a room above this one. */
  private async loads(): Promise<Map<string, number>> {
    const rows: { assignee_id: string; n: number }[] = await this.source.query(
      `SELECT assignee_id, count(*)::int AS n FROM tickets WHERE assignee_id IS NOT NULL AND status IN ('new', 'open', 'pending') GROUP BY assignee_id`,
    );
    return new Map(rows.map((r) => [r.assignee_id, r.n]));
  }
}
