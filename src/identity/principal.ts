import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { may, type Permission, type Role } from '../../libs/contracts/index.ts';
import { AppError, type KnownRequest } from '../platform/index.ts';

/** Who is asking, as known from the session or API token. */
export interface Principal {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly language: string;
  readonly timeZone: string;
}

export interface AuthenticatedRequest extends Request, KnownRequest {
  principal?: Principal;
}

/** @throws AppError identity.forbidden */
export function ensureMay(principal: Principal, permission: Permission): void {
  if (!may(principal.role, permission)) throw new AppError('identity.forbidden', { permission });
}

/** The person behind the request; only on endpoints that need a session. */
export const CurrentUser = createParamDecorator((_: unknown, context: ExecutionContext): Principal => {
  const { principal } = context.switchToHttp().getRequest<AuthenticatedRequest>();
  if (!principal) throw new AppError('identity.signInRequired');
  return principal;
});
