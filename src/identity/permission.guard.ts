import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { AnyEndpoint } from '../../libs/contracts/index.ts';
import { AppError, endpointMetadata } from '../platform/index.ts';
import { type AuthenticatedRequest, ensureMay } from './principal.ts';
import { Sessions, sessionCookie } from './sessions.ts';

/** Routes outside /api/v1 that anybody may ask. */
const open = /^\/(health\/(live|ready)|metrics|api\/openapi\.json)$/;

/**
 * Stands before every handler: no contract, no entry. A request that changes something by cookie must come from our own
 * pages (Origin or Sec-Fetch-Site), because SameSite=Lax alone does not cover sub-domains.
 */
@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const contract = this.reflector.get<AnyEndpoint | undefined>(endpointMetadata, context.getHandler());
    if (!contract) {
      if (open.test(request.path)) return true;
      throw new AppError('identity.forbidden');
    }
    const bearer = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
    const cookie = (request.cookies as Record<string, string> | undefined)?.[sessionCookie];
    const principal = bearer
      ? await this.sessions.findByApiToken(bearer)
      : cookie
        ? await this.sessions.find(cookie)
        : null;
    if (principal) {
      request.principal = principal;
      request.language = principal.language;
    }
    if (!bearer && contract.method !== 'GET' && isForeign(request)) throw new AppError('identity.forbidden');
    if (contract.permission === 'public') return true;
    if (!principal) throw new AppError('identity.signInRequired');
    if (contract.permission !== 'signedIn') ensureMay(principal, contract.permission);
    return true;
  }
}

function isForeign(request: AuthenticatedRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site) return site !== 'same-origin' && site !== 'none';
  const origin = request.headers.origin;
  return origin !== undefined && URL.parse(origin)?.host !== request.headers.host;
}
