import { screen } from '@testing-library/react';
import { getSentMail, listSentMail } from '../../../../libs/contracts/delivery.ts';
import { id } from '../../testing/builders.ts';
import { aServer, openApp } from '../../testing/open-app.tsx';

const mail = {
  id: id(601),
  messageId: id(210),
  from: 'bonjour@maisonporte.example',
  to: ['maurice@haut-jura.example'],
  subject: 'Re: Porte',
  sentAt: '2026-11-23T10:00:00.000Z',
  size: 900,
};

describe('sent mail', () => {
  it('shows a mail as the buyer sees it', async () => {
    const server = aServer()
      .on(listSentMail, { items: [mail], next: null })
      .on(getSentMail, {
        ...mail,
        text: 'Bonjour\n> votre porte',
        html: null,
        headers: [{ name: 'In-Reply-To', value: '<x@y>' }],
        attachments: [],
      });
    const { user } = await openApp('/sent-mail', server);
    await user.keyboard('j');
    expect(await screen.findByText(/votre porte/)).toBeInTheDocument();
    expect(screen.getByText('In-Reply-To: <x@y>')).toBeInTheDocument();
  });

  it('says what will appear', async () => {
    await openApp('/sent-mail', aServer().on(listSentMail, { items: [], next: null }));
    expect(await screen.findByText('Nothing has been sent yet')).toBeInTheDocument();
  });
});
