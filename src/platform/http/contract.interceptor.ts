import { type CallHandler, type ExecutionContext, Injectable, Logger, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { map, type Observable } from 'rxjs';
import type { z } from 'zod';
import { type AnyEndpoint, binary } from '../../../libs/contracts/index.ts';
import { AppError } from '../errors/app-error.ts';
import { endpointMetadata } from './endpoint.decorator.ts';

/** Lets out only what the contract names: a column added to a table does not leak. */
@Injectable()
export class ContractInterceptor implements NestInterceptor {
  private readonly log = new Logger('contract');

  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const contract = this.reflector.get<AnyEndpoint | undefined>(endpointMetadata, context.getHandler());
    if (!contract || contract.returns === binary) return next.handle();
    return next.handle().pipe(
      map((value) => {
        const result = contract.returns.safeParse(value);
        if (result.success) return result.data;
        this.log.error(
          `${contract.method} ${contract.path} answered off its contract: ${result.error.issues.map((i: z.core.$ZodIssue) => `${i.path.join('.')} ${i.message}`).join('; ')}`,
        );
        throw new AppError('request.failed');
      }),
    );
  }
}
