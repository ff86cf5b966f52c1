import { act, screen, waitFor } from '@testing-library/react';
import { getTicket, listTickets } from '../../../../libs/contracts/tickets.ts';
import { aDetail, aMessage, aRow, id } from '../../testing/builders.ts';
import { fakeSocket } from '../../testing/fake-socket.ts';
import { aServer, openApp } from '../../testing/open-app.tsx';

/** The line is open once the client told or listens. */
const lineOpen = () =>
  waitFor(() => {
    act(() => fakeSocket.turn(true));
  });

describe('without reloading', () => {
  it('new mail stands in the list, unread', async () => {
    const { isUnread: _, ...row } = aRow({
      id: id(7),
      contactName: 'Aoife Murphy',
      lastMessageAt: '2026-11-23T11:00:00.000Z',
    });
    await openApp('/inbox/open');
    await screen.findByRole('link', { name: /Maurice/ });
    await lineOpen();
    act(() => fakeSocket.say('tickets.changed', { rows: [row], opened: [row.id] }));
    const link = await screen.findByRole('link', { name: /Aoife Murphy/ });
    expect(link).toHaveTextContent('Unread');
  });

  it('an open conversation gets its new message', async () => {
    const server = aServer();
    await openApp(`/inbox/open/${id(101)}`, server);
    await screen.findByRole('article');
    await lineOpen();
    server.on(getTicket, aDetail({ messages: [aMessage(), aMessage({ id: id(202), text: 'One more thing' })] }));
    act(() => fakeSocket.say('message.added', { ticketId: id(101), messageId: id(202), direction: 'in' }));
    expect(await screen.findByText('One more thing')).toBeInTheDocument();
  });

  it('who else writes here is said, and that one is here oneself is told', async () => {
    await openApp(`/inbox/open/${id(101)}`);
    await screen.findByRole('article');
    await lineOpen();
    expect(fakeSocket.told).toContainEqual({ name: 'watch.ticket', payload: { ticketId: id(101) } });
    act(() =>
      fakeSocket.say('presence', {
        ticketId: id(101),
        people: [{ userId: id(2), name: 'Jonas Albrecht', state: 'typing' }],
      }),
    );
    expect(await screen.findByText(/Jonas Albrecht.* is writing …/)).toBeInTheDocument();
  });

  it('a mention is told, and leads there', async () => {
    const { user, router } = await openApp('/inbox/open');
    await screen.findByRole('link', { name: /Maurice/ });
    await lineOpen();
    act(() =>
      fakeSocket.say('notification', {
        kind: 'mention',
        ticketId: id(101),
        specificationId: null,
        params: { by: 'Jonas', number: 1001 },
      }),
    );
    expect(await screen.findByText('Jonas mentioned you in ticket 1001')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Open' }));
    await waitFor(() => expect(router.state.location.pathname).toBe(`/inbox/all/${id(101)}`));
  });

  it('a broken line is said, work goes on, and what was missed is asked for afterwards', async () => {
    const server = aServer();
    await openApp('/inbox/open', server);
    await screen.findByRole('link', { name: /Maurice/ });
    await lineOpen();
    act(() => fakeSocket.turn(false));
    expect(await screen.findByText(/The server does not answer/, {}, { timeout: 4000 })).toBeInTheDocument();
    server.on(listTickets, { items: [aRow({ id: id(8), contactName: 'Missed Meanwhile' })], next: null });
    act(() => fakeSocket.turn(true));
    expect(await screen.findByRole('link', { name: /Missed Meanwhile/ })).toBeInTheDocument();
    expect(screen.queryByText(/The server does not answer/)).not.toBeInTheDocument();
  });
});
