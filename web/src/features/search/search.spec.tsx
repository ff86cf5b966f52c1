import { render, screen, waitFor } from '@testing-library/react';
import { searchTickets } from '../../../../libs/contracts/search.ts';
import { id } from '../../testing/builders.ts';
import { aServer, openApp } from '../../testing/open-app.tsx';
import { Marked } from './search-results.tsx';

const hit = {
  ticketId: id(101),
  messageId: id(201),
  number: 1001,
  subject: '询价',
  status: 'open',
  contactName: '王磊',
  language: 'zh',
  country: 'KE',
  storeId: null,
  assigneeId: null,
  at: '2026-11-23T10:00:00.000Z',
  snippet: '防盗门200樘',
  marks: [[0, 3]] as [number, number][],
};

describe('search', () => {
  it('finds while one types, marks what matched, and opens it by key', async () => {
    const server = aServer().on(searchTickets, { items: [hit], hasMore: false });
    const { user, router } = await openApp('/inbox/open', server);
    await screen.findByRole('searchbox');
    await user.keyboard('f');
    await user.keyboard('防盗');
    expect(await screen.findByText('防盗门', { selector: 'mark' })).toBeInTheDocument();
    expect(screen.getByRole('searchbox')).toHaveFocus();
    expect(server.calls(searchTickets).at(-1)?.query['q']).toBe('防盗');
    await user.keyboard('{ArrowDown}{Enter}');
    await waitFor(() => expect(router.state.location.pathname).toContain(id(101)));
  });

  it('says what it looks into when there is nothing', async () => {
    await openApp('/inbox/open?q=zzz', aServer().on(searchTickets, { items: [], hasMore: false }));
    expect(await screen.findByText('Nothing found for “zzz”')).toBeInTheDocument();
  });

  it('marks places without losing text, even where they overlap', () => {
    const { container } = render(
      <p>
        <Marked
          text="abcdef"
          marks={[
            [1, 3],
            [2, 4],
            [5, 6],
          ]}
        />
      </p>,
    );
    expect(container).toHaveTextContent('abcdef');
    expect([...container.querySelectorAll('mark')].map((m) => m.textContent)).toEqual(['bc', 'f']);
  });
});
