import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Request } from 'express';
import { mergeMap, type Observable } from 'rxjs';
import type { DataSource } from 'typeorm';
import type { AnyEndpoint, Permission } from '../../libs/contracts/index.ts';
import type { Principal } from '../identity/index.ts';
import { endpointMetadata, newId } from '../platform/index.ts';

/** Permissions whose use is written down: what an administrator or lead changes in the set-up. */
const audited: readonly Permission[] = [
  'people.write',
  'team.write',
  'store.write',
  'channel.write',
  'settings.write',
  'pack.write',
  'capacity.write',
  'routing.write',
  'cannedReply.write',
];
/** Signs of JSON. */
const longest = 20_000;
const secret = /password|secret|token|key|code/i;

/** Keeps a record of every change to the set-up: who, what, with which values; secrets are left out. */
@Injectable()
export class AuditInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    @InjectDataSource() private readonly source: DataSource,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const contract = this.reflector.get<AnyEndpoint | undefined>(endpointMetadata, context.getHandler());
    if (!contract || contract.method === 'GET' || !audited.includes(contract.permission as Permission))
      return next.handle();
    const request = context.switchToHttp().getRequest<Request & { principal?: Principal }>();
    // What was only tried changes nothing.
    if ((request.body as { isDryRun?: boolean } | undefined)?.isDryRun) return next.handle();
    return next.handle().pipe(
      mergeMap(async (result: unknown) => {
        const subject = contract.path.split('/')[1] ?? '';
        const id = request.params['id'] ?? (result as { id?: string } | undefined)?.id ?? null;
        await this.source.query(
          'INSERT INTO audit_log (id, user_id, action, subject_type, subject_id, after, ip) VALUES ($1, $2, $3, $4, $5, $6, $7)',
          [
            newId(),
            request.principal?.userId ?? null,
            `${contract.method} ${contract.path}`,
            subject,
            id,
            JSON.stringify(inShort(withoutSecrets(request.body))),
            request.ip ?? null,
          ],
        );
        return result;
      }),
    );
  }
}

/** A body of many pages is kept elsewhere (a pack with its version): here stand its short parts. */
function inShort(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || JSON.stringify(value).length <= longest) return value;
  return Object.fromEntries(
    Object.entries(value).map(([k, v]) => [k, JSON.stringify(v).length <= longest / 10 ? v : '[…]']),
  );
}

function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (value === null || typeof value !== 'object') return value ?? null;
  return Object.fromEntries(
    Object.entries(value).map(([k, v]) => [k, secret.test(k) ? '[secret]' : withoutSecrets(v)]),
  );
}
