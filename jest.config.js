// One project per test tier. Decorator metadata needs swc; ESM needs node --experimental-vm-modules (see package.json).
const swc = [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', tsx: true, decorators: true },
      experimental: { keepImportAttributes: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
      target: 'es2022',
      keepClassNames: true,
    },
    module: { type: 'es6' },
  },
];

const tier = (name, testMatch, extra = {}) => ({
  displayName: name,
  rootDir: import.meta.dirname,
  testMatch,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '^.+\\.tsx?$': swc },
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  ...extra,
});

const database = { globalSetup: '<rootDir>/test/database/start.ts', globalTeardown: '<rootDir>/test/database/stop.ts' };

export default {
  testTimeout: 30_000,
  projects: [
    tier('unit', ['<rootDir>/{libs,src,migrations}/**/*.spec.ts', '<rootDir>/test/architecture.spec.ts']),
    tier('medium', ['<rootDir>/test/medium/**/*.spec.ts'], database),
    tier('api', ['<rootDir>/test/api/**/*.spec.ts'], database),
    tier('peers', ['<rootDir>/test/peers/**/*.spec.ts'], database),
    tier('web', ['<rootDir>/web/src/**/*.spec.{ts,tsx}'], {
      testEnvironment: 'jsdom',
      setupFilesAfterEnv: ['<rootDir>/web/src/test-setup.ts'],
      moduleNameMapper: { '\\.css$': '<rootDir>/web/src/style-stub.ts' },
    }),
    tier('e2e', ['<rootDir>/test/e2e/**/*.spec.ts'], database),
  ],
};
