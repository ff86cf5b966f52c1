import {
  applyDecorators,
  createParamDecorator,
  type ExecutionContext,
  HttpCode,
  RequestMethod,
  SetMetadata,
} from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import type { Request } from 'express';
import type { z } from 'zod';
import { type AnyEndpoint, nothing } from '../../../libs/contracts/index.ts';
import { AppError } from '../errors/app-error.ts';

export const endpointMetadata = 'dragoman:endpoint';

/** Every endpoint that some controller serves; OpenAPI and the permission test read it. */
export const servedEndpoints = new Set<AnyEndpoint>();

/** Binds a handler to its contract: route, permission, validation of what comes in, filter of what goes out. */
export function Serve(contract: AnyEndpoint): MethodDecorator {
  servedEndpoints.add(contract);
  const route: MethodDecorator = (_target, _key, descriptor) => {
    Reflect.defineMetadata(PATH_METADATA, contract.path, descriptor.value as object);
    Reflect.defineMetadata(METHOD_METADATA, RequestMethod[contract.method], descriptor.value as object);
  };
  const status = contract.returns === nothing ? 204 : contract.method === 'POST' ? 201 : 200;
  return applyDecorators(route, HttpCode(status), SetMetadata(endpointMetadata, contract));
}

/** The request's params, query and body, parsed by the contract: `@Input(openTicket) { params }: InputOf<typeof openTicket>`. */
export const Input = createParamDecorator((contract: AnyEndpoint, context: ExecutionContext) => {
  const request = context.switchToHttp().getRequest<Request>();
  return {
    params: parse(contract.params, request.params, 'params'),
    query: parse(contract.query, request.query, 'query'),
    body: parse(contract.body, request.body ?? {}, 'body'),
  };
});

function parse(schema: z.ZodType, value: unknown, part: string): unknown {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const faults = result.error.issues.map((i) => ({ path: [part, ...i.path].join('.'), message: i.message }));
  throw new AppError('request.invalid', { faults });
}
