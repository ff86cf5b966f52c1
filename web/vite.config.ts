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

const server = 'http://127.0.0.1:3000';

export default defineConfig({
  root,
  plugins: [react(), flags()],
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
          groups: [
            // One file of texts a language, not one a namespace.
            { name: (id) => /locales[\\/]([\w-]+)[\\/]/.exec(id)?.[1] ?? null, test: /libs[\\/]i18n[\\/]locales[\\/]/ },
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
