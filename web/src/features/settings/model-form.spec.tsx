import { screen, waitFor } from '@testing-library/react';
import {
  getLanguageModel,
  type LanguageModelSettings,
  tryLanguageModel,
  updateLanguageModel,
} from '../../../../libs/contracts/language-model.ts';
import { aMe } from '../../testing/builders.ts';
import { aServer, openApp } from '../../testing/open-app.tsx';

const off: LanguageModelSettings = { isOn: false, baseUrl: '', model: '', timeLimitSeconds: 60, hasApiKey: false };

describe('the language model', () => {
  it('says what is sent, asks for what is missing, and is tried with what is saved', async () => {
    const server = aServer()
      .on(getLanguageModel, off)
      .on(updateLanguageModel, ({ body }) => {
        const { apiKey, ...rest } = body as LanguageModelSettings & { apiKey?: string };
        return { ...rest, hasApiKey: apiKey !== undefined };
      })
      .on(tryLanguageModel, { isOk: false, said: 'Nobody answers at this address.' });
    const { user } = await openApp('/settings/model', server);
    expect(await screen.findByText(/e-mail addresses, web addresses and telephone numbers covered/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Try it' })).toBeDisabled();
    await user.click(screen.getByLabelText('Switched on'));
    await user.type(screen.getByLabelText('Address'), 'http://localhost:11434/v1');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('This is needed.')).toBeVisible();
    expect(server.calls(updateLanguageModel)).toHaveLength(0);
    await user.type(screen.getByLabelText('Model'), 'small-1');
    await user.type(screen.getByLabelText('Key'), 'secret');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(server.calls(updateLanguageModel)[0]?.body).toEqual({
        isOn: true,
        baseUrl: 'http://localhost:11434/v1',
        model: 'small-1',
        apiKey: 'secret',
        timeLimitSeconds: 60,
      }),
    );
    expect(await screen.findByText(/A key is stored/)).toBeVisible();
    expect(screen.getByLabelText('Key')).toHaveValue('');
    await user.click(screen.getByRole('button', { name: 'Try it' }));
    expect(await screen.findByText('Nobody answers at this address.')).toBeVisible();
  });

  it('is not there for whoever may not set it up', async () => {
    await openApp('/settings', aServer(aMe({ permissions: ['ticket.read', 'store.write'] })));
    expect(await screen.findByRole('link', { name: 'Stores' })).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Language model' })).toBeNull();
  });
});
