import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const root = import.meta.dirname;
const flagFolder = join(root, '../node_modules/country-flag-icons/3x2');

/** One small file a flag below /assets/flags, fetched when a country is on screen; 260 of them belong in no script. */
function flags(): Plugin {
  const isFlag = (name: string) => /^[A-Z]{2}\.svg$/.test(name);
  return {
    name: 'country-flags',
    configureServer(server) {
      server.middlewares.use('/assets/flags', (request, response, next) => {
        const name = request.url?.slice(1).split('?')[0] ?? '';
        if (!isFlag(name)) return next();
        response.setHeader('content-type', 'image/svg+xml');
        response.end(readFileSync(join(flagFolder, name)));
      });
    },
    generateBundle() {
      for (const name of readdirSync(flagFolder).filter(isFlag)) {
        this.emitFile({
          type: 'asset',
          fileName: `assets/flags/${name}`,
          source: readFileSync(join(flagFolder, name)),
        });
      }
    },
  };
}

const localeFolder = join(root, '../libs/i18n/locales');
const localeModule = 'virtual:locale/';
/** What the list of the inbox says; everything else follows in a second file. */
const firstNamespaces = ['app', 'inbox'];

/**
 * `virtual:locale/fr/first` and `virtual:locale/fr/rest`: the texts of a language that screens use, as two modules; texts
 * of the server alone are left out.
 */
function locales(): Plugin {
  const isOfServer = (file: string) => /^(errors-|sheet\.|mail\.)/.test(file);
  return {
    name: 'locales',
    resolveId: (id) => (id.startsWith(localeModule) ? `\0${id}` : null),
    load(id) {
      if (!id.startsWith(`\0${localeModule}`)) return null;
      const [language = '', part] = id.slice(localeModule.length + 1).split('/');
      const folder = join(localeFolder, language);
      const files = readdirSync(folder).filter(
        (file) =>
          file.endsWith('.json') &&
          !isOfServer(file) &&
          firstNamespaces.includes(file.slice(0, -5)) === (part === 'first'),
      );
      const namespaces = files.map((file) => {
        this.addWatchFile(join(folder, file));
        return `${JSON.stringify(file.slice(0, -5))}: ${readFileSync(join(folder, file), 'utf8')}`;
      });
      return `export const texts = {${namespaces.join(',')}};`;
    },
  };
}

const server = 'http://127.0.0.1:3000';

export default defineConfig({
  root,
  plugins: [react(), flags(), locales()],
  build: {
    outDir: join(root, '../dist/web'),
    emptyOutDir: true,
    target: 'es2023',
    // Fonts are fetched by unicode-range, so none may ride along inside the style sheet.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What every screen stands on comes in one file that changes with dependencies only, and packs better.
          groups: [
            {
              name: 'base',
              test: /node_modules[\\/](react|react-dom|scheduler|i18next|react-i18next|zod|@tanstack[\\/](query-core|react-query|router-core|react-router|history|store|react-store)|use-sync-external-store|clsx)[\\/]/,
            },
            // What three screens share is better fetched once than in fifty crumbs.
            {
              name: 'shared',
              test: /web[\\/]src[\\/]lib[\\/]|libs[\\/]contracts|@tabler[\\/]icons-react/,
              minShareCount: 3,
              includeDependenciesRecursively: false,
            },
          ],
        },
      },
    },
  },
  server: {
    port: 5173,
    // The host header stays: sockets are refused to pages of another host.
    proxy: { '/api': { target: server }, '/socket.io': { target: server, ws: true } },
  },
});
