import { act, screen, waitFor, within } from '@testing-library/react';
import {
  askModel,
  decideProposal,
  getPack,
  getSpecification,
  listLikeAnswers,
  type PackView,
  type Specification,
  type SpecificationItem,
  saveSpecification,
  type ValueProposal,
} from '../../../../libs/contracts/production.ts';
import { id } from '../../testing/builders.ts';
import { fakeSocket } from '../../testing/fake-socket.ts';
import { aServer, openApp } from '../../testing/open-app.tsx';

const attribute = (name: string, label: string): PackView['attributes'][number] => ({
  name,
  label,
  group: 'size',
  type: 'number',
  unit: 'mm',
  values: [],
});
const pack: PackView = {
  id: 'doors-and-windows',
  version: '1.0.0',
  name: 'Doors',
  groups: [{ id: 'size', label: 'Size' }],
  productTypes: [{ value: 'entrance_door', label: 'Entrance door', mandatory: ['width_mm'] }],
  attributes: [attribute('width_mm', 'Width'), attribute('handle_length_mm', 'Handle length')],
};
const source = { messageId: id(201), start: 0, end: 4 };
const item: SpecificationItem = {
  id: id(301),
  productType: 'entrance_door',
  values: {
    width_mm: { value: 910, stated: '910', unit: 'mm', source, state: 'candidate', confidence: 0.9, by: null },
  },
};
const proposal = (n: number, changes: Partial<ValueProposal> = {}): ValueProposal => ({
  id: id(n),
  itemId: item.id,
  attribute: 'handle_length_mm',
  value: 1200,
  text: '1200 mm (1.2 m)',
  unit: 'm',
  stated: '1.2 m long',
  source,
  confidence: 0.4,
  model: 'small-1',
  ...changes,
});
const reading = {
  messageId: id(201),
  said: null,
  model: 'small-1',
  proposed: 0,
  leftOut: 0,
  at: '2026-11-23T10:00:00.000Z',
};
const waiting = { ...reading, state: 'waiting' as const };
const done = { ...reading, state: 'done' as const, proposed: 1 };
const aSpecification = (changes: Partial<Specification> = {}): Specification => ({
  id: id(300),
  number: 1001,
  ticketId: id(101),
  packId: pack.id,
  packVersion: pack.version,
  state: 'draft',
  currentVersion: 0,
  revision: 1,
  items: [item],
  drawings: [],
  openPoints: [],
  hasUnreleasedChanges: true,
  versions: [],
  questions: [],
  alarms: [],
  buyerQuestions: [],
  proposals: [],
  modelReadings: [],
  feasibility: null,
  feasibilityText: null,
  tracking: null,
  history: [],
  approval: { state: 'none', at: null, version: null, comment: null },
  buyerLanguage: 'en',
  dueDate: null,
  promisedDate: null,
  pictures: [],
  photos: [],
  ...changes,
});

async function open(specification: Specification) {
  const server = aServer()
    .on(getSpecification, specification)
    .on(getPack, pack)
    .on(listLikeAnswers, { items: [] })
    .on(saveSpecification, ({ body }) => ({ ...specification, ...(body as object), proposals: [], revision: 2 }))
    .on(decideProposal, ({ body }) =>
      (body as { isRejected: boolean }).isRejected ? { ...specification, proposals: [] } : specification,
    );
  const app = await openApp(`/specifications/${specification.id}`, server);
  await screen.findByLabelText('Width');
  return { ...app, server };
}
const row = () => screen.getByLabelText('Handle length').closest<HTMLElement>('[data-row]')!;
const savedItems = (server: ReturnType<typeof aServer>) =>
  (server.calls(saveSpecification).at(-1)?.body as { items: SpecificationItem[] } | undefined)?.items;

describe('proposals of a language model', () => {
  it('come while the page is open, each marked as what it is', async () => {
    const { server } = await open(aSpecification({ modelReadings: [waiting] }));
    expect(screen.getByText(/is reading the message/)).toBeVisible();
    expect(screen.queryByLabelText('Handle length')).toBeNull();
    server.on(
      getSpecification,
      aSpecification({ modelReadings: [{ ...done, leftOut: 2 }], proposals: [proposal(401)] }),
    );
    await waitFor(() => act(() => fakeSocket.turn(true)));
    act(() => fakeSocket.say('specification.changed', { specificationId: id(300), ticketId: id(101), state: 'draft' }));
    expect(await screen.findByLabelText('Handle length')).toHaveValue('1200 mm');
    expect(within(row()).getByText('language model')).toBeVisible();
    expect(within(row()).getByText('1.2 m long')).toBeVisible();
    expect(screen.getByText(/^1 proposal of a language model/)).toBeVisible();
    expect(screen.getByText(/^2 more were left out/)).toBeVisible();
    expect(server.calls(saveSpecification)).toHaveLength(0);
  });

  it('are no part of what is saved, nor of “confirm all”, until one is confirmed itself', async () => {
    const { server, user } = await open(aSpecification({ modelReadings: [done], proposals: [proposal(401)] }));
    await user.click(screen.getByRole('button', { name: 'Confirm all' }));
    await waitFor(() => expect(savedItems(server)?.[0]?.values['width_mm']?.state).toBe('confirmed'));
    expect(Object.keys(savedItems(server)![0]!.values)).toEqual(['width_mm']);
  });

  it('enter the draft when they are confirmed', async () => {
    const { server, user } = await open(aSpecification({ modelReadings: [done], proposals: [proposal(401)] }));
    await user.click(screen.getByRole('button', { name: 'Confirm: Handle length' }));
    await waitFor(() => expect(savedItems(server)).toBeDefined());
    expect(savedItems(server)![0]!.values['handle_length_mm']).toMatchObject({
      value: 1200,
      state: 'confirmed',
      source,
    });
    expect(server.calls(decideProposal)).toHaveLength(0);
  });

  it('are turned down by key, and come back when that is taken back', async () => {
    const { server, user } = await open(aSpecification({ modelReadings: [done], proposals: [proposal(401)] }));
    act(() => row().focus());
    await user.keyboard('x');
    await waitFor(() => expect(screen.queryByLabelText('Handle length')).toBeNull());
    expect(server.calls(decideProposal).map((c) => c.body)).toEqual([{ isRejected: true }]);
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await screen.findByLabelText('Handle length')).toHaveValue('1200 mm');
    expect(server.calls(decideProposal).map((c) => c.body)).toEqual([{ isRejected: true }, { isRejected: false }]);
    expect(server.calls(saveSpecification)).toHaveLength(0);
  });

  it('stand beside a value that was found, and replace it only when taken', async () => {
    const other = proposal(402, { attribute: 'width_mm', value: 2000, text: '2000 mm', stated: '2 m', unit: 'm' });
    const { server, user } = await open(aSpecification({ modelReadings: [done], proposals: [other] }));
    expect(screen.getByLabelText('Width')).toHaveValue('910 mm');
    expect(screen.getByText('The language model reads: 2000 mm')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Confirm all' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Take: Width 2000 mm' }));
    await waitFor(() =>
      expect(savedItems(server)?.[0]?.values['width_mm']).toMatchObject({
        value: 2000,
        state: 'confirmed',
        stated: '2 m',
      }),
    );
  });

  it('that do not come are told in words, and can be asked for again', async () => {
    const said = 'The server did not accept the key. Enter it again.';
    const { server, user } = await open(aSpecification({ modelReadings: [{ ...reading, state: 'failed', said }] }));
    server.on(askModel, aSpecification({ modelReadings: [waiting] }));
    expect(screen.getByText(new RegExp(said))).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Ask it again' }));
    expect(await screen.findByText(/is reading the message/)).toBeVisible();
    expect(server.calls(askModel)[0]!.body).toEqual({ messageId: id(201) });
  });

  it('that nobody asked for are not spoken of', async () => {
    await open(aSpecification());
    expect(screen.queryByText(/language model/)).toBeNull();
  });
});
