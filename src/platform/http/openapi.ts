import { z } from 'zod';
import { type AnyEndpoint, binary, errorBody, nothing } from '../../../libs/contracts/index.ts';

/** The served contracts as an OpenAPI 3.1 document. Source: OpenAPI Specification 3.1.1; schemas are JSON Schema 2020-12. */
export function openApiDocument(endpoints: Iterable<AnyEndpoint>): object {
  const sorted = [...endpoints].sort((a, b) => `${a.path} ${a.method}`.localeCompare(`${b.path} ${b.method}`));
  const paths: Record<string, Record<string, object>> = {};
  for (const e of sorted) {
    const path = `/api/v1${e.path.replace(/:(\w+)/g, '{$1}')}`;
    paths[path] ??= {};
    paths[path][e.method.toLowerCase()] = operation(e);
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Dragoman',
      version: '1',
      description: 'Helpdesk for made-to-measure manufacturers.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{ session: [] }, { token: [] }],
    paths,
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'dragoman_session' },
        token: { type: 'http', scheme: 'bearer' },
      },
      schemas: { Error: json(errorBody, 'output') },
    },
  };
}

function operation(e: AnyEndpoint): object {
  const fields = (schema: z.ZodType, where: 'path' | 'query') => {
    const described = json(schema, 'input') as { properties?: Record<string, object>; required?: string[] };
    return Object.entries(described.properties ?? {}).map(([name, s]) => ({
      name,
      in: where,
      required: where === 'path' || (described.required?.includes(name) ?? false),
      schema: s,
    }));
  };
  const body = json(e.body, 'input') as { properties?: object; anyOf?: object; oneOf?: object };
  const hasBody = Object.keys(body.properties ?? {}).length > 0 || body.anyOf || body.oneOf;
  const status = e.returns === nothing ? '204' : e.method === 'POST' ? '201' : '200';
  const content =
    e.returns === nothing
      ? undefined
      : e.returns === binary
        ? { 'application/octet-stream': {} }
        : { 'application/json': { schema: json(e.returns, 'output') } };
  return {
    summary: e.summary,
    'x-permission': e.permission,
    ...(e.permission === 'public' ? { security: [] } : {}),
    parameters: [...fields(e.params, 'path'), ...fields(e.query, 'query')],
    ...(hasBody ? { requestBody: { required: true, content: { 'application/json': { schema: body } } } } : {}),
    responses: {
      [status]: { description: 'Success', ...(content ? { content } : {}) },
      default: {
        description: 'Refusal',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
      },
    },
  };
}

function json(schema: z.ZodType, io: 'input' | 'output'): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' }) as Record<
    string,
    unknown
  >;
  return rest;
}
