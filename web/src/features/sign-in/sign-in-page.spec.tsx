import { screen, waitFor } from '@testing-library/react';
import { getSession, setUp, setUpStatus, signIn } from '../../../../libs/contracts/identity.ts';
import { aMe } from '../../testing/builders.ts';
import { aServer, openApp } from '../../testing/open-app.tsx';

const demo = {
  password: 'dragoman-demo',
  people: [{ email: 'lin@team.example', name: '林悦 Lin Yue', role: 'lead' as const, languages: ['zh', 'en'] }],
};
const outside = () =>
  aServer().refuse(getSession, 'identity.signInRequired', 401).on(setUpStatus, { needed: false, demo: null });

describe('signing in', () => {
  it('comes before everything, and then leads to where one wanted to go', async () => {
    const server = outside().on(signIn, aMe());
    const { user, router } = await openApp('/inbox/waiting', server);
    await user.type(await screen.findByLabelText('E-mail'), 'claire@team.example');
    await user.type(screen.getByLabelText('Password'), 'a long password{Enter}');
    await waitFor(() => expect(router.state.location.pathname).toBe('/inbox/waiting'));
    expect(server.calls(signIn)[0]?.body).toEqual({ email: 'claire@team.example', password: 'a long password' });
  });

  it('says why it failed, and asks for the code where one is set up', async () => {
    const server = outside().refuse(signIn, 'identity.codeRequired', 401, 'Enter the six-digit code.');
    const { user } = await openApp('/sign-in', server);
    await user.type(await screen.findByLabelText('E-mail'), 'claire@team.example');
    await user.type(screen.getByLabelText('Password'), 'a long password{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('Enter the six-digit code.');
    server.on(signIn, aMe());
    await user.keyboard('123456');
    await waitFor(() => expect(server.calls(signIn).at(-1)?.body).toMatchObject({ code: '123456' }));
  });

  it('is one press in the demo', async () => {
    const server = outside().on(setUpStatus, { needed: false, demo }).on(signIn, aMe());
    const { user, router } = await openApp('/', server);
    await user.click(await screen.findByRole('button', { name: /林悦/ }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/inbox/mine'));
  });

  it('can be done in another language', async () => {
    await openApp('/sign-in', outside(), 'ar');
    expect(await screen.findByText('تسجيل الدخول إلى Dragoman')).toBeInTheDocument();
  });
});

describe('the first run', () => {
  it('makes the administrator and the first store', async () => {
    const server = outside()
      .on(setUpStatus, { needed: true, demo: null })
      .on(setUp, aMe({ role: 'administrator' }));
    const { user, router } = await openApp('/', server);
    await user.type(await screen.findByLabelText('Name of the company or store'), 'Yuzhong Doors');
    await user.type(screen.getByLabelText('Address that buyers write to'), 'sales@yuzhong.example');
    await user.type(screen.getByLabelText('Name'), 'Zhou Min');
    await user.type(screen.getByLabelText('E-mail to sign in with'), 'zhou@yuzhong.example');
    await user.type(screen.getByLabelText('Password'), 'short');
    expect(screen.getByRole('button', { name: 'Begin' })).toBeDisabled();
    await user.type(screen.getByLabelText('Password'), ' but longer now');
    await user.click(screen.getByRole('button', { name: 'Begin' }));
    await waitFor(() =>
      expect(server.calls(setUp)[0]?.body).toMatchObject({ company: 'Yuzhong Doors', country: 'CN' }),
    );
    await waitFor(() => expect(router.state.location.pathname).toMatch(/^\/settings/));
  });
});
