import { screen, waitFor } from '@testing-library/react';
import { aMe } from '../../testing/builders.ts';
import { aServer, openApp } from '../../testing/open-app.tsx';

describe('the command palette', () => {
  it('does by name what keys do, and searches for what is no command', async () => {
    const { user, router } = await openApp('/inbox/open');
    await screen.findByRole('searchbox');
    await user.keyboard('{Control>}k{/Control}');
    const input = await screen.findByPlaceholderText('What would you like to do?');
    expect(await screen.findByText('Go to: Sent mail')).toBeInTheDocument();
    await user.type(input, 'Gasketprofil');
    await user.click(await screen.findByText(/Search all messages for/));
    await waitFor(() => expect(router.state.location.search).toMatchObject({ q: 'Gasketprofil' }));
  });

  it('offers nothing that this person may not do', async () => {
    const { user } = await openApp('/inbox/open', aServer(aMe({ permissions: ['ticket.read', 'people.read'] })));
    await screen.findByRole('searchbox');
    await user.keyboard('{Control>}k{/Control}');
    await screen.findByPlaceholderText('What would you like to do?');
    expect(screen.queryByText('Assign to …')).not.toBeInTheDocument();
    expect(screen.queryByText('Go to: Settings')).not.toBeInTheDocument();
  });
});
