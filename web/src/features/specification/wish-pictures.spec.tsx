import { screen, waitFor } from '@testing-library/react';
import { addPicture, changePicture } from '../../../../libs/contracts/pictures.ts';
import {
  getPack,
  getSpecification,
  listLikeAnswers,
  type Specification,
  type WishPicture,
} from '../../../../libs/contracts/production.ts';
import { getAttachment, getTicket } from '../../../../libs/contracts/tickets.ts';
import { aDetail, aMessage, id } from '../../testing/builders.ts';
import { aServer, openApp } from '../../testing/open-app.tsx';

const at = '2026-11-23T10:00:00.000Z';
const aPicture = (changes: Partial<WishPicture> = {}): WishPicture => ({
  id: id(801),
  width: 160,
  height: 240,
  caption: '',
  addedBy: 'Claire Fontanet',
  addedAt: at,
  attachmentId: id(701),
  isChosen: true,
  ...changes,
});
const aSpecification = (changes: Partial<Specification> = {}): Specification => ({
  id: id(501),
  number: 1001,
  ticketId: id(101),
  packId: 'doors-and-windows',
  packVersion: '1.0.0',
  state: 'draft',
  currentVersion: 0,
  revision: 1,
  items: [{ id: id(511), productType: 'entrance_door', values: {} }],
  drawings: [],
  openPoints: [],
  proposals: [],
  modelReadings: [],
  hasUnreleasedChanges: true,
  versions: [],
  questions: [],
  alarms: [],
  buyerQuestions: [],
  feasibility: null,
  feasibilityText: null,
  tracking: null,
  history: [],
  approval: { state: 'none', at: null, version: null, comment: null },
  buyerLanguage: 'fr',
  dueDate: null,
  promisedDate: null,
  pictures: [],
  photos: [],
  ...changes,
});
const attachment = {
  id: id(701),
  name: 'grange-de-Marcelin.jpg',
  type: 'image/jpeg',
  size: 90_000,
  isInline: false,
  contentId: null,
  preview: 'image' as const,
};

const open = async (specification: Specification, attachments = [attachment]) => {
  Object.assign(globalThis, { createImageBitmap: async () => ({ width: 160, height: 240, close() {} }) });
  const server = aServer()
    .on(getTicket, aDetail({ messages: [aMessage({ attachments })] }))
    .on(getSpecification, specification)
    .on(getPack, {
      id: 'doors-and-windows',
      version: '1.0.0',
      name: 'Doors',
      groups: [],
      productTypes: [{ value: 'entrance_door', label: 'Entrance door', mandatory: [] }],
      attributes: [],
    })
    .on(listLikeAnswers, { items: [] });
  const { user } = await openApp(`/specifications/${specification.id}`, server);
  await screen.findByRole('heading', { name: 'Pictures' });
  return { server, user };
};

describe('pictures of a wish', () => {
  it('go along when they are chosen, without the name the buyer gave them', async () => {
    const { server, user } = await open(aSpecification());
    server.on(getAttachment, undefined as never).on(addPicture, aSpecification({ pictures: [aPicture()] }));
    expect(screen.queryByText(/Marcelin/)).not.toBeInTheDocument();
    await user.click(await screen.findByLabelText('Send picture 1 along'));
    await waitFor(() => expect(screen.getByLabelText('Send picture 1 along')).toBeChecked());
    expect(server.calls(addPicture)[0]!.query).toEqual({ attachmentId: id(701) });
    expect(screen.getByLabelText('Caption of picture 1')).toBeInTheDocument();
  });

  it('are put aside, and captioned, for the next version', async () => {
    const { server, user } = await open(aSpecification({ pictures: [aPicture()], currentVersion: 1, state: 'new' }));
    server.on(changePicture, aSpecification({ pictures: [aPicture({ isChosen: false })] }));
    expect(screen.getByText(/A change goes with the next version\./)).toBeInTheDocument();
    await user.type(await screen.findByLabelText('Caption of picture 1'), 'Hinge side');
    await user.tab();
    await waitFor(() => expect(server.calls(changePicture)[0]!.body).toEqual({ caption: 'Hinge side' }));
    await waitFor(() => expect(screen.getByLabelText('Send picture 1 along')).not.toBeChecked());
  });

  it('say when there are none, and what cannot be read', async () => {
    const { user } = await open(aSpecification(), []);
    expect(screen.getByText('The buyer has sent no picture.')).toBeInTheDocument();
    Object.assign(globalThis, { createImageBitmap: () => Promise.reject(new Error('broken')) });
    await user.upload(
      screen.getByLabelText('Add a picture', { selector: 'input' }),
      new File(['x'], 'x.jpg', { type: 'image/jpeg' }),
    );
    expect(await screen.findByText('This picture cannot be opened here.')).toBeInTheDocument();
  });

  it('stand beside the photos of the work', async () => {
    const { attachmentId: _, isChosen: _c, ...photo } = aPicture({ id: id(802), caption: 'Leaf welded' });
    await open(aSpecification({ photos: [photo] }));
    expect(screen.getByRole('heading', { name: 'Photos of the work' })).toBeInTheDocument();
    expect(screen.getByRole('img', { name: 'Leaf welded' })).toHaveAttribute(
      'src',
      `/api/v1/specifications/${id(501)}/pictures/${id(802)}`,
    );
  });
});
