import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Jobs } from '../platform/index.ts';
import { PeopleController } from './people.controller.ts';
import { PermissionGuard } from './permission.guard.ts';
import { SessionController } from './session.controller.ts';
import { Sessions } from './sessions.ts';
import { SignIn } from './sign-in.ts';
import { TeamsService } from './teams.service.ts';
import { UserEntity } from './user.entity.ts';
import { UsersService } from './users.service.ts';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([UserEntity])],
  controllers: [SessionController, PeopleController],
  providers: [Sessions, SignIn, UsersService, TeamsService, { provide: APP_GUARD, useClass: PermissionGuard }],
  exports: [Sessions, UsersService, TeamsService],
})
export class IdentityModule implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly sessions: Sessions,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('identity.removeExpiredSessions', () => this.sessions.removeExpired());
    this.jobs.every('17 3 * * *', 'identity.removeExpiredSessions');
  }
}
