import { Controller, Req, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Request, Response } from 'express';
import type { DataSource } from 'typeorm';
import * as contract from '../../libs/contracts/identity.ts';
import { defaultPackId, type InputOf } from '../../libs/contracts/index.ts';
import { ChannelsService } from '../channels/index.ts';
import { Sessions, startSession, TeamsService, UsersService } from '../identity/index.ts';
import { AppError, Input, Serve } from '../platform/index.ts';
import { SettingsService } from '../settings/index.ts';
import { StoresService } from '../stores/index.ts';
import { demoPassword } from './furnish-demo.ts';

/** Any number known to nobody else: two first visitors must not both become administrator. */
const setUpLock = 4_011_702_317;

@Controller('api/v1')
export class SetUpController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly users: UsersService,
    private readonly teams: TeamsService,
    private readonly stores: StoresService,
    private readonly channels: ChannelsService,
    private readonly settings: SettingsService,
    private readonly sessions: Sessions,
  ) {}

  @Serve(contract.setUpStatus)
  async status() {
    const { isDemo } = await this.settings.get();
    const people = isDemo ? await this.users.list() : [];
    return {
      needed: (await this.users.count()) === 0,
      demo: isDemo
        ? {
            password: demoPassword,
            people: people
              .filter((p) => p.isActive)
              .map((p) => ({
                email: p.email,
                name: p.name,
                role: p.role,
                languages: p.languages.map((l) => l.language),
              })),
          }
        : null,
    };
  }

  @Serve(contract.setUp)
  async setUp(
    @Input(contract.setUp) { body }: InputOf<typeof contract.setUp>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    const userId = await this.source.transaction(async (db) => {
      await db.query('SELECT pg_advisory_xact_lock($1)', [setUpLock]);
      const [{ n }] = await db.query('SELECT count(*)::int AS n FROM users');
      if (n > 0) throw new AppError('identity.alreadySetUp');
      const user = await this.users.create(
        {
          email: body.email,
          name: body.name,
          role: 'administrator',
          password: body.password,
          interfaceLanguage: body.interfaceLanguage,
          timeZone: body.timeZone,
          languages: [{ language: body.interfaceLanguage, level: 'native' }],
          regions: [],
          skills: [],
          capacity: 30,
          workingHours: null,
        },
        db,
      );
      const store = await this.stores.create(
        {
          name: body.company,
          senderName: body.company,
          senderAddress: body.storeAddress,
          defaultLanguage: body.interfaceLanguage,
          languages: [],
          currency: 'USD',
          country: body.country,
          timeZone: body.timeZone,
          signatures: { [body.interfaceLanguage]: `{{agent.name}}\n${body.company}` },
          platform: 'email',
          color: 'blue',
          packId: defaultPackId,
          isActive: true,
        },
        db,
      );
      await this.channels.create(
        {
          storeId: store.id,
          kind: 'smtp_listener',
          name: body.storeAddress,
          addresses: [body.storeAddress],
          imap: null,
          outbound: { kind: 'none', security: 'starttls' },
          isActive: true,
        },
        db,
      );
      await this.teams.create(
        {
          name: body.company,
          languages: [body.interfaceLanguage],
          regions: [],
          storeIds: [],
          channelIds: [],
          isFallback: true,
          memberIds: [user.id],
        },
        db,
      );
      return user.id;
    });
    await this.settings.update({ companyName: body.company });
    await startSession(this.sessions, userId, request, response);
    return this.users.me(userId);
  }
}
