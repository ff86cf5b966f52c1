import { resolve } from 'node:path';
import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65535);
const flag = z.stringbool();

const environment = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(3000),
  PUBLIC_URL: z.url().optional(),
  DATA_DIR: z
    .string()
    .default('data')
    .transform((p) => resolve(p)),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(16),
  APP_SECRET: z.string().min(32, 'at least 32 characters').optional(),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  RUN_JOBS: flag.default(true),
  TRUST_PROXY: flag.default(false),
  SMTP_HOST: z.string().default('127.0.0.1'),
  SMTP_PORT: port.default(2525),
  SMTP_TLS_CERT: z.string().optional(),
  SMTP_TLS_KEY: z.string().optional(),
  MAX_MESSAGE_BYTES: z.coerce.number().int().min(10_000).default(52_428_800),
  BLOB_STORE: z.enum(['disk', 's3']).default('disk'),
  S3_BUCKET: z.string().optional(),
  S3_REGION: z.string().optional(),
  S3_ENDPOINT: z.url().optional(),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  TRANSLATOR: z.enum(['none', 'libretranslate', 'deepl', 'openai']).default('none'),
  TRANSLATOR_URL: z.url().optional(),
  TRANSLATOR_KEY: z.string().optional(),
  TRANSLATOR_MODEL: z.string().optional(),
});

type Environment = z.infer<typeof environment>;

/** Settings of this process, validated; injected as a class so that Nest can find it. */
export class Config {
  constructor(readonly values: Environment) {}

  get<K extends keyof Environment>(key: K): Environment[K] {
    return this.values[key];
  }
}

export class ConfigError extends Error {}

/**
 * Reads and checks every setting.
 * @throws ConfigError naming all faults at once, one a line
 */
export function loadConfig(env: Record<string, string | undefined>): Config {
  const known = Object.keys(environment.shape);
  const given = Object.fromEntries(known.map((k) => [k, env[k] === '' ? undefined : env[k]]));
  const result = environment.safeParse(given);
  const faults = result.success
    ? crossFaults(result.data)
    : result.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`);
  if (faults.length > 0 || !result.success)
    throw new ConfigError(`Configuration is not usable:\n${faults.map((f) => `  ${f}`).join('\n')}`);
  return new Config(result.data);
}

function crossFaults(values: Environment): string[] {
  const faults: string[] = [];
  if (values.BLOB_STORE === 's3' && !values.S3_BUCKET) faults.push('S3_BUCKET: needed with BLOB_STORE=s3');
  if (values.TRANSLATOR !== 'none' && !values.TRANSLATOR_URL)
    faults.push(`TRANSLATOR_URL: needed with TRANSLATOR=${values.TRANSLATOR}`);
  if (Boolean(values.SMTP_TLS_CERT) !== Boolean(values.SMTP_TLS_KEY))
    faults.push('SMTP_TLS_CERT, SMTP_TLS_KEY: give both or none');
  if (values.DATABASE_URL && !values.APP_SECRET)
    faults.push('APP_SECRET: needed with DATABASE_URL (it encrypts channel secrets; keep it with your back-ups)');
  return faults;
}
