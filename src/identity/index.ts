export { IdentityModule } from './identity.module.ts';
export { CurrentUser, ensureMay, type Principal } from './principal.ts';
export { startSession } from './session.controller.ts';
export { Sessions, sessionCookie } from './sessions.ts';
export { TeamsService } from './teams.service.ts';
export { UserEntity } from './user.entity.ts';
export { UsersService } from './users.service.ts';
