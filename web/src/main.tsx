import '@mantine/core/styles.layer.css';
import '@mantine/spotlight/styles.layer.css';
import '@fontsource-variable/inter';
import './app/tokens.css';
import './app/base.css';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { ErrorBoundary } from './app/error-boundary.tsx';
import { createI18n } from './app/i18n.ts';
import { loadLocale } from './app/load-locale.ts';
import { Providers } from './app/providers.tsx';
import { registerFeatures } from './app/registrations.ts';
import { createAppRouter } from './app/router.tsx';
import { createQueryClient } from './lib/query.ts';

// The page's policy forbids making code from text, which zod would otherwise try for speed.
z.config({ jitless: true });
registerFeatures();

const client = createQueryClient();
const router = createAppRouter(client);
const i18n = await createI18n(loadLocale);

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Providers client={client} i18n={i18n}>
      <ErrorBoundary>
        <Suspense>
          <RouterProvider router={router} />
        </Suspense>
      </ErrorBoundary>
    </Providers>
  </StrictMode>,
);

// Subsets of these are fetched by unicode-range when a text needs them; their long list of rules can wait for the first view.
void import('@fontsource-variable/noto-sans-sc');
void import('@fontsource-variable/noto-sans-arabic');
