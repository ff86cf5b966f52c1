import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createMemoryHistory, RouterProvider } from '@tanstack/react-router';
import { act, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Suspense } from 'react';
import { getContact } from '../../../libs/contracts/contacts.ts';
import { getSession, listPeople, listTeams, type Me } from '../../../libs/contracts/identity.ts';
import { listTicketSpecifications } from '../../../libs/contracts/production.ts';
import { listViews } from '../../../libs/contracts/search.ts';
import { listStores } from '../../../libs/contracts/stores.ts';
import {
  countTickets,
  getTicket,
  listTags,
  listTickets,
  markRead,
  saveDraft,
} from '../../../libs/contracts/tickets.ts';
import { translationProvider } from '../../../libs/contracts/translation.ts';
import { nearestLanguage } from '../../../libs/i18n/index.ts';
import { createI18n } from '../app/i18n.ts';
import { Providers } from '../app/providers.tsx';
import { registerFeatures } from '../app/registrations.ts';
import { createAppRouter } from '../app/router.tsx';
import { inboxState } from '../features/inbox/inbox-state.ts';
import { createQueryClient } from '../lib/query.ts';
import { closeSocket } from '../lib/socket.ts';
import { undoStack } from '../lib/undo.ts';
import { aDetail, aMe, aPerson, aRow, aStore, aTeam } from './builders.ts';
import { FakeServer } from './fake-server.ts';

const locales = fileURLToPath(new URL('../../../libs/i18n/locales', import.meta.url));

const fromDisk = (language: string, namespace: string): Promise<Record<string, unknown>> =>
  Promise.resolve(JSON.parse(readFileSync(`${locales}/${language}/${namespace}.json`, 'utf8')));

/** A server with one agent, one colleague, one store and one ticket; a test changes what matters to it. */
export function aServer(me: Me = aMe()): FakeServer {
  return new FakeServer()
    .on(getSession, me)
    .on(listPeople, { items: [aPerson({ id: me.id, name: me.name }), aPerson()] })
    .on(listTeams, { items: [aTeam()] })
    .on(listStores, { items: [aStore()] })
    .on(listViews, { items: [] })
    .on(listTags, { items: ['urgent case'] })
    .on(countTickets, { counts: { mine: 1, open: 1 } as never, unread: 0 })
    .on(listTickets, { items: [aRow()], next: null })
    .on(getTicket, aDetail())
    .on(markRead, undefined)
    .on(saveDraft, { savedAt: '2026-11-23T10:00:00.000Z' })
    .on(translationProvider, { isConfigured: false, provider: 'none' })
    .on(listTicketSpecifications, { items: [] })
    .refuse(getContact, 'contact.notFound', 404);
}

registerFeatures();

/** Opens the client at an address, against a fake server, in a language. */
export async function openApp(address: string, server: FakeServer = aServer(), language = 'en') {
  server.install();
  closeSocket();
  undoStack.set([]);
  inboxState.set({ cursor: null, checked: new Set(), anchor: null });
  const client = createQueryClient();
  client.setDefaultOptions({ queries: { ...client.getDefaultOptions().queries, retry: false, gcTime: 0 } });
  const router = createAppRouter(client);
  const history = createMemoryHistory({ initialEntries: [address] });
  router.update({ ...router.options, history } as never);
  const i18n = await createI18n(fromDisk, nearestLanguage(language));
  const user = userEvent.setup();
  await act(async () => {
    render(
      <Providers client={client} i18n={i18n}>
        <Suspense>
          <RouterProvider router={router} />
        </Suspense>
      </Providers>,
    );
  });
  return { server, user, client, router, i18n };
}
