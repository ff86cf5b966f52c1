import { screen, waitFor, within } from '@testing-library/react';
import { listTickets, undoChange, updateTicket, updateTickets } from '../../../../libs/contracts/tickets.ts';
import { aRow, id } from '../../testing/builders.ts';
import { aServer, openApp } from '../../testing/open-app.tsx';

const three = [1, 2, 3].map((n) =>
  aRow({
    id: id(n),
    contactName: `Buyer ${n}`,
    lastMessageAt: `2026-11-23T0${9 - n}:00:00.000Z`,
    subject: `Door ${n}`,
  }),
);
const row = (name: string | RegExp) => screen.findByRole('link', { name });

describe('the list', () => {
  it('shows who wrote, in which language, from where, about what', async () => {
    await openApp('/inbox/mine');
    const shown = await row(/Maurice Perrenoud/);
    expect(shown).toHaveTextContent('Porte avec trappe à lait');
    expect(shown).toHaveTextContent('French');
    expect(screen.getByAltText('France')).toBeInTheDocument();
  });

  it('teaches what will appear when it is empty', async () => {
    await openApp('/inbox/mine', aServer().on(listTickets, { items: [], next: null }));
    expect(await screen.findByText('Nothing is waiting for you')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'See what nobody has taken' })).toBeInTheDocument();
  });

  it('says what a filter that finds nothing is, and takes it away', async () => {
    const server = aServer().on(listTickets, ({ query }) => ({ items: query['language'] ? [] : three, next: null }));
    const { user } = await openApp('/inbox/open?language=de', server);
    expect(await screen.findByText('No ticket fits this filter')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Remove the filter' }));
    expect(await row(/Buyer 1/)).toBeInTheDocument();
  });

  it('says what went wrong in the server’s words, and tries again', async () => {
    const server = aServer().refuse(listTickets, 'request.failed', 500, 'Something went wrong on our side.');
    const { user } = await openApp('/inbox/open', server);
    expect(await screen.findByRole('alert')).toHaveTextContent('Something went wrong on our side.');
    server.on(listTickets, { items: three, next: null });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await row(/Buyer 1/)).toBeInTheDocument();
  });

  it('keeps a name without end and an Arabic one in their lines', async () => {
    const long = aRow({ id: id(1), contactName: `${'Haustürseitenteilverglasungsaustausch'.repeat(40)}`, subject: '' });
    const arabic = aRow({ id: id(2), contactName: 'فاطمة الزهراء', language: 'ar', country: null });
    const { i18n } = await openApp(
      '/inbox/open',
      aServer().on(listTickets, { items: [long, arabic], next: null }),
      'ar',
    );
    await waitFor(() => expect(i18n.language).toBe('en'));
    expect(await row(/فاطمة الزهراء/)).toBeInTheDocument();
    expect(await row(/Haustür/)).toHaveTextContent('(no subject)');
  });

  it('asks for the next page when its end comes near', async () => {
    const server = aServer().on(listTickets, ({ query }) =>
      query['after']
        ? { items: [aRow({ id: id(9), contactName: 'Last' })], next: null }
        : { items: three, next: 'cursor' },
    );
    await openApp('/inbox/open', server);
    await waitFor(() => expect(server.calls(listTickets).some((c) => c.query['after'] === 'cursor')).toBe(true));
  });
});

describe('its keys', () => {
  const openThree = () => openApp('/inbox/open', aServer().on(listTickets, { items: three, next: null }));

  it('move, and keep the focus where they are', async () => {
    const { user } = await openThree();
    await row(/Buyer 1/);
    await user.keyboard('jj');
    await waitFor(async () => expect(await row(/Buyer 2/)).toHaveFocus());
    await user.keyboard('k');
    await waitFor(async () => expect(await row(/Buyer 1/)).toHaveFocus());
  });

  it('open a ticket and come back', async () => {
    const { user, router } = await openThree();
    await row(/Buyer 1/);
    await user.keyboard('j{Enter}');
    await waitFor(() => expect(router.state.location.pathname).toBe(`/inbox/open/${id(1)}`));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(router.state.location.pathname).toBe('/inbox/open'));
  });

  it('finish a ticket at once, go on to the next, and take it back', async () => {
    const { user, server } = await openThree();
    const done = aRow({ ...three[0]!, status: 'resolved' });
    server.on(updateTicket, done).on(undoChange, three[0]!);
    await row(/Buyer 1/);
    await user.keyboard('je');
    await waitFor(() => expect(screen.queryByRole('link', { name: /Buyer 1/ })).not.toBeInTheDocument());
    await waitFor(async () => expect(await row(/Buyer 2/)).toHaveFocus());
    expect(server.calls(updateTicket)[0]).toMatchObject({ params: { id: id(1) }, body: { status: 'resolved' } });
    await user.keyboard('z');
    expect(await row(/Buyer 1/)).toBeInTheDocument();
    await waitFor(() => expect(server.calls(undoChange)).toHaveLength(1));
  });

  it('bring a ticket back when the server refuses', async () => {
    const { user, server } = await openThree();
    server.refuse(updateTicket, 'request.conflict', 409, 'Somebody changed this meanwhile.');
    await row(/Buyer 1/);
    await user.keyboard('je');
    expect(await screen.findByText('Somebody changed this meanwhile.')).toBeInTheDocument();
    expect(await row(/Buyer 1/)).toBeInTheDocument();
  });

  it('tick several and assign them in one go', async () => {
    const { user, server } = await openThree();
    server.on(updateTickets, { items: three.slice(0, 2) });
    await row(/Buyer 1/);
    await user.keyboard('jxjx');
    expect(await screen.findByText('2 selected')).toBeInTheDocument();
    await user.keyboard('a');
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByRole('combobox'), 'jonas{Enter}');
    await waitFor(() =>
      expect(server.calls(updateTickets)[0]?.body).toEqual({ ids: [id(1), id(2)], changes: { assigneeId: id(2) } }),
    );
    expect(await screen.findByText(/Assigned to .*Jonas Albrecht.* · 2 tickets/)).toBeInTheDocument();
  });

  it('stand all on one sheet', async () => {
    const { user } = await openThree();
    await row(/Buyer 1/);
    await user.keyboard('?');
    const sheet = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
    for (const title of ['Next', 'Done', 'Assign to …', 'Go to: Inbox'])
      expect(within(sheet).getByText(title)).toBeInTheDocument();
  });
});
