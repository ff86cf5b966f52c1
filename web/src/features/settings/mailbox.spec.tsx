import { screen, within } from '@testing-library/react';
import {
  type Channel,
  channel as channelShape,
  listChannels,
  listFolders,
  type MailboxFolder,
  surveyChannel,
} from '../../../../libs/contracts/channels.ts';
import { id } from '../../testing/builders.ts';
import { aServer, openApp } from '../../testing/open-app.tsx';

const channel: Channel = channelShape.parse({
  id: id(701),
  storeId: null,
  kind: 'imap',
  name: 'Sales mailbox',
  addresses: ['sales@doors.example'],
  imap: { host: 'imap.doors.example', user: 'sales' },
  outbound: { kind: 'none' },
  hasSecret: true,
  hasOutboundSecret: false,
  isActive: true,
  state: 'failing',
  lastSuccessAt: new Date(Date.now() - 3_600_000).toISOString(),
  lastErrorAt: new Date().toISOString(),
  lastErrorKind: 'login',
  lastError: 'User or password is wrong. Many providers need an app password, or OAuth. (NO)',
  lag: { messages: 12, seconds: 3_600 },
  received: { ticketed: 40, ignored: 2, failed: 0, waiting: 0 },
});
const folder: MailboxFolder = {
  folder: 'INBOX',
  uidValidity: '7',
  lastUid: 60,
  onServer: 50,
  comparedAt: new Date().toISOString(),
  accounted: 49,
  expunged: 3,
  taken: 50,
  known: 0,
  undeliverable: 2,
  waiting: 1,
  failures: [{ uid: 17, reason: 'It is larger than what is taken in.', at: new Date().toISOString() }],
};

const open = async (folders: MailboxFolder[]) => {
  const server = aServer()
    .on(listChannels, { items: [channel] })
    .on(listFolders, { items: folders })
    .on(surveyChannel, {
      folders: [
        {
          folder: 'INBOX',
          isRead: true,
          messages: 1200,
          bytes: 9_000_000,
          tooLarge: 0,
          live: 3,
          oldest: '2019-05-01T10:00:00.000Z',
          newest: '2026-05-01T10:00:00.000Z',
          years: [],
        },
        {
          folder: 'Archive',
          isRead: false,
          messages: 70,
          bytes: 1,
          tooLarge: 0,
          live: 0,
          oldest: null,
          newest: null,
          years: [],
        },
      ],
      missing: [],
      sampled: 10,
      automatic: 2,
      languages: [
        { language: 'fr', messages: 7 },
        { language: null, messages: 3 },
      ],
    });
  const opened = await openApp('/settings/channels', server);
  await opened.user.click(await screen.findByRole('button', { name: 'Sales mailbox' }));
  return opened;
};

describe('a mailbox in the settings', () => {
  it('says when it was read last, how far it is behind, and what is wrong', async () => {
    await open([folder]);
    expect(await screen.findByText(/12 messages wait on the server, the oldest for 1 hr/)).toHaveTextContent(
      /Last read/,
    );
    expect(screen.getByText(/password is wrong/)).toBeInTheDocument();
  });

  it('sets what the server has against what is here', async () => {
    await open([folder, { ...folder, folder: 'Sales', onServer: 9, accounted: 9, failures: [] }]);
    const table = await screen.findByRole('table', { name: 'Mail on the server and here' });
    const [, inbox, sales] = within(table).getAllByRole('row');
    expect(inbox).toHaveTextContent(/INBOX\s*50\s*49.*1 missing/);
    expect(sales).toHaveTextContent(/Sales\s*9\s*9.*Agrees/);
    expect(screen.getByText('Message 17: It is larger than what is taken in.')).toBeInTheDocument();
  });

  it('says what connecting would bring, and that nothing is sent', async () => {
    const { user } = await open([]);
    await user.click(await screen.findByRole('button', { name: 'See what it would bring' }));
    expect(await screen.findByText(/1197 messages in INBOX come as history.*nothing is sent/)).toHaveTextContent(
      /3 messages would be routed/,
    );
    expect(screen.getByText('Not read: Archive (70)')).toBeInTheDocument();
    expect(screen.getByText(/French 7, unknown 3. Automatic: 2/)).toBeInTheDocument();
  });
});
