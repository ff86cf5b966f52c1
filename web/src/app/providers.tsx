import { DirectionProvider, MantineProvider } from '@mantine/core';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { i18n } from 'i18next';
import type { ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { ToastHost } from '../components/toast.tsx';
import { TooltipHost } from '../components/tooltip-host.tsx';
import { directionOf } from '../lib/format.ts';
import { FollowDirection } from './follow-direction.tsx';
import { cssVariables, theme } from './theme.ts';

/** What every screen stands on: data, language, direction, theme, toasts. */
export function Providers({ client, i18n, children }: { client: QueryClient; i18n: i18n; children: ReactNode }) {
  return (
    <QueryClientProvider client={client}>
      <I18nextProvider i18n={i18n}>
        <DirectionProvider initialDirection={directionOf(i18n.language)} detectDirection={false}>
          <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
            <FollowDirection />
            {children}
            <ToastHost />
            <TooltipHost />
          </MantineProvider>
        </DirectionProvider>
      </I18nextProvider>
    </QueryClientProvider>
  );
}
