import { screen, waitFor, within } from '@testing-library/react';
import { getContact } from '../../../../libs/contracts/contacts.ts';
import { retryDelivery } from '../../../../libs/contracts/delivery.ts';
import { createSpecification } from '../../../../libs/contracts/production.ts';
import {
  getTicket,
  listMessages,
  type Message,
  markRead,
  type TicketDetail,
} from '../../../../libs/contracts/tickets.ts';
import { translate, translationProvider } from '../../../../libs/contracts/translation.ts';
import { aDetail, aMe, aMessage, aRow, id } from '../../testing/builders.ts';
import { aServer, openApp } from '../../testing/open-app.tsx';

const openTicket = (detail: Partial<TicketDetail>, server = aServer(), language = 'en') =>
  openApp(`/inbox/open/${id(101)}`, server.on(getTicket, aDetail(detail)), language);
const withMessages = (...messages: Partial<Message>[]) =>
  openTicket({ messages: messages.map((m, n) => aMessage({ id: id(200 + n), ...m })) });

describe('a conversation', () => {
  it('reads like a letter: what is new in full, quotes and signature one press away', async () => {
    const { user } = await withMessages({
      text: 'Une porte, svp.',
      quotedText: '> our offer',
      signature: 'M. Perrenoud',
    });
    const letter = await screen.findByRole('article', { name: /Maurice Perrenoud/ });
    expect(letter).toHaveTextContent('Une porte, svp.');
    expect(letter).not.toHaveTextContent('our offer');
    await user.click(within(letter).getByRole('button', { name: 'Earlier messages quoted below' }));
    expect(letter).toHaveTextContent('our offer');
  });

  it('tells a note from a letter, and names who is mentioned', async () => {
    await withMessages({
      direction: 'note',
      authorId: id(2),
      from: null,
      text: '@Claire Fontanet look',
      mentions: [id(1)],
    });
    const note = await screen.findByRole('article', { name: /Jonas Albrecht/ });
    expect(note).toHaveTextContent('Internal note');
    expect(within(note).getByText('@Claire Fontanet')).toBeInTheDocument();
  });

  it('shows on the answer itself that it did not arrive, why, and tries again', async () => {
    const delivery = { state: 'failed', detail: '550 user unknown', at: null, canUndoUntil: null } as const;
    const { user, server } = await withMessages({ direction: 'out', authorId: id(1), delivery });
    server.on(retryDelivery, { state: 'queued' });
    const answer = await screen.findByRole('article');
    expect(within(answer).getByRole('alert')).toHaveTextContent('Not delivered550 user unknown');
    await user.click(within(answer).getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(server.calls(retryDelivery)).toHaveLength(1));
  });

  it('says why an answer still waits, while it is tried again', async () => {
    const delivery = { state: 'queued', detail: '451 try later', at: null, canUndoUntil: null } as const;
    await withMessages({ direction: 'out', authorId: id(1), delivery });
    const answer = await screen.findByRole('article');
    expect(within(answer).getByText('451 try later').closest('[role=status]')).toHaveTextContent(
      'tried again by itself',
    );
  });

  it('warns of what may have left already, of forged senders, machines and damage', async () => {
    await withMessages(
      { direction: 'out', delivery: { state: 'uncertain', detail: null, at: null, canUndoUntil: null } },
      { authentication: { spf: 'fail', dkim: 'fail', dmarc: 'fail', arc: null, spamScore: 3.4 } },
      { automation: { kind: 'out_of_office', reason: 'Auto-Submitted' } },
      { isUnreadable: true, text: '' },
      { warnings: ['multipart without a boundary'] },
    );
    expect(await screen.findByText(/It may have been sent/)).toBeInTheDocument();
    expect(screen.getByText(/says this mail is not from it/)).toBeInTheDocument();
    expect(screen.getByText('Out-of-office notice')).toBeInTheDocument();
    expect(screen.getByText(/could not be read/)).toBeInTheDocument();
    expect(screen.getByText(/came damaged/)).toBeInTheDocument();
  });

  it('keeps a word of four thousand letters, and shortens what nobody reads', async () => {
    const { user } = await withMessages({ text: 'x'.repeat(20_000) });
    const letter = await screen.findByRole('article');
    expect(letter.textContent?.length).toBeLessThan(13_000);
    await user.click(within(letter).getByRole('button', { name: 'Show all of it' }));
    expect(letter.textContent?.length).toBeGreaterThan(20_000);
  });

  it('fetches earlier messages on demand', async () => {
    const { user, server } = await openTicket({ hasEarlier: true });
    server.on(listMessages, { items: [aMessage({ id: id(190), text: 'Long ago' })], hasEarlier: false });
    await user.click(await screen.findByRole('button', { name: 'Show earlier messages' }));
    expect(await screen.findByText('Long ago')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Show earlier messages' })).not.toBeInTheDocument();
  });

  it('shows a translation beside the original for a language the agent does not speak', async () => {
    const server = aServer(aMe({ languages: [] }))
      .on(translationProvider, { isConfigured: true, provider: 'test' })
      .on(translate, {
        text: 'I would like a door.',
        source: 'fr',
        target: 'en',
        provider: 'test',
        engine: '1',
        isRemembered: false,
        fidelity: { ok: true, findings: [], counts: {} },
      });
    await openTicket({ messages: [aMessage({ text: 'Je voudrais une porte.' })] }, server);
    expect(await screen.findByText('I would like a door.')).toBeInTheDocument();
    expect(screen.getByText('Je voudrais une porte.')).toBeInTheDocument();
    expect(screen.getByText('Translation: English')).toBeInTheDocument();
  });
});

describe('the ticket around it', () => {
  it('says why it is here, and what was decided by whom', async () => {
    const { user } = await openTicket({
      events: [
        {
          id: id(301),
          type: 'changed',
          at: '2026-11-23T11:00:00Z',
          userId: id(2),
          data: { before: { tags: [] }, after: { tags: ['rush'], assigneeId: null } },
        },
      ],
    });
    expect(await screen.findByText(/Francophonie.* speaks French\./)).toBeInTheDocument();
    expect(screen.getByText(/Jonas Albrecht.* added the tag .*rush/)).toBeInTheDocument();
    expect(screen.getByText(/took the assignee off/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'why, change' }));
    expect(await screen.findByText(/Recognised by a web address: .*\.fr/)).toBeInTheDocument();
  });

  it('begins its specification with s, also while the panel beside it is hidden', async () => {
    const { user, server } = await openTicket({});
    await screen.findByRole('article');
    const panel = () => screen.queryByRole('complementary', { name: 'Buyer, orders and files' });
    await user.keyboard('i');
    expect(panel()).not.toBeInTheDocument();
    server.refuse(createSpecification, 'request.unavailable', 503);
    await user.keyboard('s');
    await waitFor(() => expect(server.calls(createSpecification)[0]?.body).toMatchObject({ messageId: id(201) }));
    await user.keyboard('i');
    expect(panel()).toBeInTheDocument();
  });

  it('is read after a moment, and not before', async () => {
    const { server } = await openTicket({ ticket: aRow({ isUnread: true }) });
    await screen.findByRole('article');
    expect(server.calls(markRead)).toHaveLength(0);
    await waitFor(() => expect(server.calls(markRead)).toHaveLength(1), { timeout: 3000 });
  });

  it('shows the buyer with clock, holiday, orders and other tickets', async () => {
    const server = aServer().on(getContact, {
      contact: {
        id: id(61),
        name: 'Maurice Perrenoud',
        company: 'Ferme du Haut-Jura',
        language: 'fr',
        country: 'FR',
        timeZone: 'Europe/Paris',
        notes: '',
        addresses: [{ kind: 'email', value: 'maurice@haut-jura.example', bouncedAt: '2026-11-01T00:00:00Z' }],
        createdAt: '2026-01-01T00:00:00Z',
      },
      orders: [
        {
          id: id(71),
          storeId: id(41),
          externalId: 'MP-1187',
          placedAt: '2026-10-01T00:00:00Z',
          status: 'shipped',
          currency: 'EUR',
          total: 2310,
          tracking: 'TNT 1',
          lines: [{ title: 'Porte', sku: null, quantity: 1, options: {} }],
        },
      ],
      tickets: [
        { id: id(102), number: 1002, subject: 'Clés perdues', status: 'open', lastMessageAt: '2026-11-20T00:00:00Z' },
      ],
      culture: {
        localTime: '2026-11-23T23:10:00.000+01:00',
        isDay: false,
        isWorkingDay: false,
        holiday: 'Toussaint',
        units: 'mm',
        salutation: 'Bonjour',
        closing: 'Cordialement',
        notes: [],
      },
    });
    await openTicket({}, server);
    const panel = await screen.findByRole('complementary', { name: 'Buyer, orders and files' });
    for (const text of [
      'Ferme du Haut-Jura',
      'Holiday there: Toussaint',
      'MP-1187',
      'Clés perdues',
      'Mail to this address came back',
    ])
      expect(await within(panel).findByText(text)).toBeInTheDocument();
  });

  it('says so when the ticket is gone', async () => {
    await openApp(
      `/inbox/open/${id(101)}`,
      aServer().refuse(getTicket, 'ticket.notFound', 404, 'There is no such ticket.'),
    );
    expect(await screen.findByText('There is no such ticket.')).toBeInTheDocument();
  });

  it('speaks Arabic from right to left', async () => {
    const server = aServer(aMe({ interfaceLanguage: 'ar' }));
    await openTicket({}, server, 'ar');
    expect(await screen.findByText('لماذا هنا:', { exact: false })).toBeInTheDocument();
    expect(document.documentElement).toHaveAttribute('dir', 'rtl');
  });
});
