import { screen, waitFor, within } from '@testing-library/react';
import { listCannedReplies, renderCannedReply } from '../../../../libs/contracts/canned-replies.ts';
import {
  addNote,
  getTicket,
  listTickets,
  replyToTicket,
  saveDraft,
  undoReply,
  uploadAttachment,
} from '../../../../libs/contracts/tickets.ts';
import { compareTexts, translate, translationProvider } from '../../../../libs/contracts/translation.ts';
import { storage } from '../../lib/storage.ts';
import { aDetail, aMessage, aRow, id } from '../../testing/builders.ts';
import { aServer, openApp } from '../../testing/open-app.tsx';

const address = `/inbox/open/${id(101)}`;
const inTenSeconds = () => new Date(Date.now() + 10_000).toISOString();
const sent = (text: string) =>
  aMessage({
    id: id(210),
    direction: 'out',
    authorId: id(1),
    from: null,
    text,
    createdAt: new Date().toISOString(),
    delivery: { state: 'queued', detail: null, at: null, canUndoUntil: inTenSeconds() },
  });
const field = () => screen.findByRole('textbox', { name: 'Answer to the buyer' });

async function write(text: string, server = aServer()) {
  const app = await openApp(address, server);
  await screen.findByRole('article');
  await app.user.keyboard('r');
  await app.user.type(await field(), text);
  return app;
}

describe('an answer', () => {
  it('says to whom, from which address and in which language before it is sent', async () => {
    await write('Bonjour');
    const box = screen.getByRole('region', { name: 'Reply' });
    expect(box).toHaveTextContent('maurice@haut-jura.example');
    expect(box).toHaveTextContent('bonjour@maisonporte.example');
    expect(within(box).getByRole('button', { name: 'Language of the answer' })).toHaveTextContent('Answer in French');
  });

  it('goes with Ctrl Enter, and comes back with z into the composer', async () => {
    const server = aServer().on(replyToTicket, ({ body }) => sent((body as { text: string }).text));
    const { user } = await write('Bonjour Monsieur', server);
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText(/^Sent to/)).toBeInTheDocument();
    expect(server.calls(replyToTicket)[0]?.body).toMatchObject({ text: 'Bonjour Monsieur', language: 'fr' });
    server.on(undoReply, {
      body: 'Bonjour Monsieur',
      kind: 'reply',
      language: 'fr',
      cc: [],
      attachmentIds: [],
      savedAt: inTenSeconds(),
    });
    await user.keyboard('z');
    await waitFor(async () => expect(await field()).toHaveValue('Bonjour Monsieur'));
  });

  it('loses nothing when the server refuses', async () => {
    const server = aServer().refuse(replyToTicket, 'ticket.noChannel', 409, 'Choose a store first.');
    const { user } = await write('Bonjour', server);
    await user.click(screen.getByRole('button', { name: /^Send\s*Ctrl/ }));
    const box = screen.getByRole('region', { name: 'Reply' });
    expect(await within(box).findByRole('alert')).toHaveTextContent(
      'Not sent. Your text is kept. Choose a store first.',
    );
    expect(await field()).toHaveValue('Bonjour');
  });

  it('is not sent twice when only the server’s word was lost', async () => {
    const server = aServer();
    const { user } = await write('Bonjour', server);
    server.on(replyToTicket, () => {
      server.on(getTicket, aDetail({ messages: [aMessage(), sent('Bonjour')] }));
      throw new TypeError('connection lost');
    });
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Answer to the buyer' })).not.toBeInTheDocument());
    expect(server.calls(replyToTicket)).toHaveLength(1);
  });

  it('asks twice while a variable has no value', async () => {
    const server = aServer().on(replyToTicket, sent('x'));
    const { user } = await write('Commande ⟨order.number⟩', server);
    await user.click(screen.getByRole('button', { name: /^Send\s*Ctrl/ }));
    expect(server.calls(replyToTicket)).toHaveLength(0);
    expect(screen.getByText(/Without value: .*order\.number/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: /Send anyway/ }));
    await waitFor(() => expect(server.calls(replyToTicket)).toHaveLength(1));
  });

  it('takes files, and keeps those that fail to be tried again', async () => {
    const server = aServer().refuse(uploadAttachment, 'ticket.attachmentTooLarge', 413, 'Too large.');
    const { user } = await write('Voici', server);
    const box = screen.getByRole('region', { name: 'Reply' });
    await user.upload(
      box.querySelector<HTMLInputElement>('input[type=file]')!,
      new File(['x'], 'plan.pdf', { type: 'application/pdf' }),
    );
    expect(await within(box).findByText('Too large.')).toBeInTheDocument();
    server.on(uploadAttachment, {
      id: id(401),
      name: 'plan.pdf',
      type: 'application/pdf',
      size: 1,
      isInline: false,
      contentId: null,
      preview: 'pdf',
    });
    await user.click(within(box).getByRole('button', { name: 'Upload again' }));
    expect(await within(box).findByRole('button', { name: 'Remove plan.pdf' })).toBeInTheDocument();
  });
});

describe('a draft', () => {
  it('is saved while it is typed', async () => {
    const server = aServer();
    await write('Bonjour', server);
    expect(await screen.findByText('Draft saved', {}, { timeout: 3000 })).toBeInTheDocument();
    expect(server.calls(saveDraft).at(-1)?.body).toMatchObject({ kind: 'reply', body: 'Bonjour' });
  });

  it('stays on the device when nobody answers, and is there again later', async () => {
    const server = aServer().refuse(saveDraft, 'request.unavailable', 503);
    await write('Bonjour', server);
    expect(await screen.findByText(/Kept on this device/, {}, { timeout: 3000 })).toBeInTheDocument();
    expect(storage.read<{ body: string }>(`draft:${id(101)}:reply`)?.body).toBe('Bonjour');
  });

  it('of another device is opened as it was', async () => {
    const drafts = [
      {
        body: 'Begun at home',
        kind: 'reply' as const,
        language: null,
        cc: [],
        attachmentIds: [],
        savedAt: inTenSeconds(),
      },
    ];
    const { user } = await openApp(address, aServer().on(getTicket, aDetail({ drafts })));
    expect(await field()).toHaveValue('Begun at home');
    await user.keyboard('r');
    await user.keyboard(', gone on with here');
    expect(await field()).toHaveValue('Begun at home, gone on with here');
    await user.keyboard('{Escape}');
    expect(document.activeElement).toHaveAttribute('data-ticket-heading');
  });
});

describe('help with writing', () => {
  const reply = {
    id: id(501),
    shortcut: 'offer',
    title: 'Our offer',
    category: 'Sales',
    storeIds: [],
    sourceLanguage: 'en',
    isActive: true,
    variants: [],
    missingLanguages: [],
    usedCount: 0,
    usedAt: null,
  };
  const rendered = {
    replyId: id(501),
    language: 'fr',
    country: null,
    subject: null,
    body: 'Voici notre offre.',
    isFallback: false,
    wantedLanguage: 'fr',
    isStale: false,
    missingVariables: ['order.number'],
  };

  it('offers canned replies for a slash, in the buyer’s language, with what has no value', async () => {
    const server = aServer()
      .on(listCannedReplies, { items: [reply], categories: [] })
      .on(renderCannedReply, rendered);
    const { user } = await write('/off', server);
    const list = await screen.findByRole('listbox', { name: 'Canned replies' });
    expect(await within(list).findByText('Our offer')).toBeInTheDocument();
    expect(await screen.findByText(/Without value: .*order\.number/)).toBeInTheDocument();
    await user.keyboard('{Enter}');
    await waitFor(async () => expect(await field()).toHaveValue('Voici notre offre.'));
    expect(server.calls(listCannedReplies).at(-1)?.query['search']).toBe('off');
  });

  it('offers colleagues for an at sign in notes, and tells them', async () => {
    const server = aServer().on(addNote, aMessage({ id: id(211), direction: 'note', authorId: id(1) }));
    const { user } = await openApp(address, server);
    await screen.findByRole('article');
    await user.keyboard('n');
    await user.type(await screen.findByRole('textbox', { name: 'Note for colleagues' }), 'See @jo');
    await screen.findByRole('listbox', { name: 'Colleagues' });
    await user.keyboard('{Enter}please{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(server.calls(addNote)[0]?.body).toMatchObject({ text: 'See @Jonas Albrecht please', mentions: [id(2)] }),
    );
  });

  it('translates one’s own words and says which number differs', async () => {
    const fidelity = {
      ok: false,
      counts: { number: 1 },
      findings: [
        {
          kind: 'number' as const,
          severity: 'block' as const,
          message: { code: 'changed', params: { source: '910 mm', target: '901 mm' } },
        },
      ],
    };
    const server = aServer()
      .on(translationProvider, { isConfigured: true, provider: 'test' })
      .on(translate, {
        text: 'La porte : 901 mm',
        source: 'en',
        target: 'fr',
        provider: 'test',
        engine: '1',
        isRemembered: false,
        fidelity,
      })
      .on(compareTexts, fidelity);
    const { user } = await write('The door: 910 mm', server);
    await user.click(await screen.findByRole('button', { name: 'Translate into French' }));
    await waitFor(async () => expect(await field()).toHaveValue('La porte : 901 mm'));
    expect(await screen.findByText(/910 mm.* became .*901 mm/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Back to my words' }));
    await waitFor(async () => expect(await field()).toHaveValue('The door: 910 mm'));
  });
});

describe('sending and being done', () => {
  it('goes on to the next ticket', async () => {
    const next = aRow({ id: id(102), contactName: 'Next Buyer', lastMessageAt: '2026-11-20T10:00:00.000Z' });
    const server = aServer()
      .on(listTickets, { items: [aRow(), next], next: null })
      .on(replyToTicket, sent('Bonjour'));
    const { user, router } = await write('Bonjour', server);
    await user.click(screen.getByRole('button', { name: 'Send and done' }));
    await waitFor(() => expect(router.state.location.pathname).toBe(`/inbox/open/${id(102)}`));
    expect(server.calls(replyToTicket)[0]?.body).toMatchObject({ status: 'resolved' });
    expect(screen.queryByRole('link', { name: /Maurice Perrenoud/ })).not.toBeInTheDocument();
  });
});
