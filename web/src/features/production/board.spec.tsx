import { act, screen, waitFor, within } from '@testing-library/react';
import { type BoardCard, getBoard, type MoveResult, moveSpecifications } from '../../../../libs/contracts/board.ts';
import { aMe, id } from '../../testing/builders.ts';
import { aServer, openApp } from '../../testing/open-app.tsx';

const aCard = (n: number, changes: Partial<BoardCard> = {}): BoardCard => ({
  id: id(n),
  number: n,
  version: 1,
  state: 'accepted',
  moves: ['refused', 'in_production'],
  title: 'Entrance door',
  productType: 'entrance_door',
  quantity: 2,
  size: '930 × 2180',
  facts: null,
  country: 'FR',
  store: 'MaisonPorte',
  dueDate: null,
  openQuestions: 0,
  answeredQuestions: 0,
  needsAcknowledgement: false,
  hasAlarm: false,
  isApprovedByBuyer: false,
  drawing: '',
  updatedAt: '2026-11-23T10:00:00.000Z',
  handedOverAt: '2026-11-23T10:00:00.000Z',
  ...changes,
});
const moved = (n: number, changes: Partial<MoveResult> = {}): MoveResult => ({
  id: id(n),
  number: n,
  from: 'accepted',
  isMoved: true,
  canUndo: true,
  error: null,
  ...changes,
});
const cards = [1001, 1002, 1003, 1004].map((n) => aCard(n));
const isNew = aCard(1005, { state: 'new', moves: ['accepted', 'refused'] });

const open = async (all = [...cards, isNew]) => {
  const server = aServer(aMe({ role: 'production' })).on(getBoard, { cards: all, hasMore: false });
  const { user } = await openApp('/production', server);
  await screen.findByText(/1001/);
  return { server, user };
};
const box = (n: number) => screen.getByRole('checkbox', { name: `Choose ${n}` });
const card = (n: number) => document.querySelector<HTMLElement>(`[data-card="${id(n)}"]`)!;

describe('the board', () => {
  it('moves chosen cards by one request, and takes them back', async () => {
    const { server, user } = await open();
    server.on(moveSpecifications, { results: [moved(1001), moved(1002)] });
    await user.click(box(1001));
    await user.keyboard('{Control>}');
    await user.click(card(1002));
    await user.keyboard('{/Control}');
    expect(screen.getByText('2 chosen')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Start production' }));
    expect(server.calls(moveSpecifications)[0]!.body).toMatchObject({
      ids: [id(1001), id(1002)],
      to: 'in_production',
    });
    expect(await screen.findByText('2 cards moved to “In production”')).toBeInTheDocument();
    expect(screen.queryByText('2 chosen')).not.toBeInTheDocument();
    await user.keyboard('z');
    await waitFor(() =>
      expect(server.calls(moveSpecifications)[1]!.body).toMatchObject({
        ids: [id(1001), id(1002)],
        to: 'accepted',
        note: 'Taken back: moved by mistake',
      }),
    );
  });

  it('names what was left and why, and keeps it chosen', async () => {
    const { server, user } = await open();
    server.on(moveSpecifications, {
      results: [
        moved(1001),
        moved(1002, {
          isMoved: false,
          canUndo: false,
          error: { code: 'specification.buyerFirst', message: 'The buyer has not approved yet.', params: {} },
        }),
      ],
    });
    await user.click(box(1001));
    await user.click(box(1002));
    await user.click(screen.getByRole('button', { name: 'Start production' }));
    const left = await screen.findByRole('alert');
    expect(left).toHaveTextContent('1 card stays where it is');
    expect(left).toHaveTextContent('1002 The buyer has not approved yet.');
    expect(screen.getByText('1 chosen')).toBeInTheDocument();
    expect(box(1002)).toBeChecked();
  });

  it('chooses ranges, whole columns and none by keyboard', async () => {
    const { user } = await open();
    act(() => card(1001).focus());
    await user.keyboard('x');
    await user.keyboard('{Shift>}jj{/Shift}');
    expect(screen.getByText('3 chosen')).toBeInTheDocument();
    await user.keyboard('{Escape}');
    expect(screen.queryByText('3 chosen')).not.toBeInTheDocument();
    act(() => card(1002).focus());
    await user.keyboard('{Control>}a{/Control}');
    expect(screen.getByText('4 chosen')).toBeInTheDocument();
    expect(box(1005)).not.toBeChecked();
    await user.keyboard('{Escape}');
    await user.click(box(1001));
    await user.keyboard('{Shift>}');
    await user.click(card(1003));
    await user.keyboard('{/Shift}');
    expect(screen.getByText('3 chosen')).toBeInTheDocument();
  });

  it('offers only what all chosen cards may do, and says when that is nothing', async () => {
    const { user } = await open([...cards, aCard(1006, { state: 'ready', moves: ['in_production', 'shipped'] })]);
    await user.click(box(1001));
    const bar = screen.getByRole('region', { name: 'What can be done with the chosen cards' });
    expect(
      within(bar)
        .getAllByRole('button')
        .map((b) => b.textContent || b.ariaLabel),
    ).toEqual(['Refuse', 'Start production', 'Choose none']);
    await user.click(box(1006));
    // Going back needs a word.
    await user.click(within(bar).getByRole('button', { name: 'Back to “In production”' }));
    expect(await screen.findByRole('button', { name: 'Confirm' })).toBeDisabled();
    await user.keyboard('{Escape}');
  });

  it('says when there is no move in common', async () => {
    const { user } = await open([cards[0]!, aCard(1007, { state: 'shipped', moves: [] })]);
    await user.click(box(1001));
    await user.click(box(1007));
    expect(screen.getByText('They have no next state in common.')).toBeInTheDocument();
  });

  it('lets nobody choose who may not move', async () => {
    const server = aServer(aMe({ role: 'lead', permissions: ['production.read'] })).on(getBoard, {
      cards,
      hasMore: false,
    });
    await openApp('/production', server);
    await screen.findByText(/1001/);
    expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
  });
});
