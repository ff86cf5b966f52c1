import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { type BoardCard, getBoard, type MoveResult, moveSpecifications } from '../../../../libs/contracts/board.ts';
import { type CapacityWeek, checkRoom, getCapacity, saveCapacity } from '../../../../libs/contracts/capacity.ts';
import { aMe, id } from '../../testing/builders.ts';
import { fakeSocket } from '../../testing/fake-socket.ts';
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
  pieces: 2,
  dueDate: null,
  promisedDate: null,
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

const open = async (all = [...cards, isNew], path = '/production') => {
  const server = aServer(aMe({ role: 'production' }))
    .on(getBoard, { cards: all, hasMore: false })
    .on(getCapacity, { perWeek: null, counts: 'pieces', weeks: [] });
  const { user } = await openApp(path, server);
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

const aWeek = (week: string, monday: string, changes: Partial<CapacityWeek> = {}): CapacityWeek => ({
  week,
  monday,
  capacity: 20,
  isException: false,
  note: '',
  promised: 12,
  asked: 0,
  ...changes,
});
const weeks = [
  aWeek('2026-W48', '2026-11-23', { promised: 23 }),
  aWeek('2026-W49', '2026-11-30', { promised: 20, asked: 4 }),
  aWeek('2026-W50', '2026-12-07'),
  aWeek('2026-W51', '2026-12-14', { capacity: 0, promised: 0, isException: true, note: 'Stocktaking' }),
];

describe('capacity', () => {
  it('says for each coming week how full it is', async () => {
    const { server } = await open();
    server.on(getCapacity, { perWeek: 20, counts: 'pieces', weeks });
    act(() => fakeSocket.say('specification.changed', { specificationId: id(1001), ticketId: null, state: 'new' }));
    await screen.findByText(/3 too many/);
    const strip = screen.getByRole('region', { name: 'Capacity per week' });
    const said = within(strip)
      .getAllByRole('listitem')
      .map((li) => li.textContent?.replace(/\s+/g, ' '));
    expect(said).toEqual([
      'Week 48 Nov 23 – 2923 of 20 · 3 too many',
      'Week 49 Nov 30 – Dec 620 of 20 · full4 asked for',
      'Week 50 Dec 7 – 1312 of 20 · room for 8',
      'Week 51 Dec 14 – 200 of 0 · closedStocktaking',
    ]);
  });

  it('is set in one step, with the weeks that differ', async () => {
    const server = aServer(aMe({ role: 'production' }))
      .on(getBoard, { cards, hasMore: false })
      .on(getCapacity, {
        perWeek: null,
        counts: 'pieces',
        weeks: weeks.map((w) => ({ ...w, capacity: null, isException: false, note: '' })),
      })
      .on(saveCapacity, { perWeek: 20, counts: 'pieces', weeks });
    const { user } = await openApp('/production', server);
    await user.click(await screen.findByRole('button', { name: 'Set capacity' }));
    await user.type(await screen.findByLabelText('An ordinary week takes'), '20');
    await user.type(screen.getByLabelText('Capacity of Week 51'), '0');
    await user.type(screen.getByLabelText('Reason for Week 51'), 'Stocktaking');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Saved')).toBeInTheDocument();
    expect(server.calls(saveCapacity)[0]!.body).toEqual({
      perWeek: 20,
      counts: 'pieces',
      weeks: [{ week: '2026-W51', capacity: 0, note: 'Stocktaking' }],
    });
  });

  it('warns before a full week is promised, and takes the first one with room', async () => {
    const { server, user } = await open();
    server.on(checkRoom, (call) =>
      (call.body as { leadTimeDays: number | null }).leadTimeDays === 18
        ? { full: [], firstRoom: null }
        : {
            full: [{ week: '2026-W49', monday: '2026-11-30', promised: 20, capacity: 20, adding: 2 }],
            firstRoom: { week: '2026-W50', monday: '2026-12-07', leadTimeDays: 18 },
          },
    );
    await user.click(box(1005));
    await user.click(screen.getByRole('button', { name: 'Accept' }));
    expect(await screen.findByText(/Week 49 \(Nov 30 – Dec 6\) is full\./)).toBeInTheDocument();
    expect(screen.getByText(/With this: 22 of 20\./)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Confirm' })).toBeEnabled();
    await user.click(screen.getByRole('button', { name: 'Take it: lead time 18 days' }));
    expect(screen.getByLabelText('Lead time (days)')).toHaveValue('18');
    await waitFor(() => expect(screen.queryByText(/is full/)).not.toBeInTheDocument());
  });
});

describe('other views of the board', () => {
  const dated = [
    aCard(1001, { dueDate: '2026-12-18', title: 'Window', promisedDate: '2026-12-21' }),
    aCard(1002, { dueDate: '2026-12-04', state: 'new', moves: ['accepted', 'refused'] }),
    aCard(1003, { dueDate: null, title: 'Allergrößtesbrandschutzhaustürenelement'.repeat(4) }),
  ];
  const numbers = () =>
    screen
      .getAllByRole('row')
      .slice(1)
      .flatMap((row) => row.textContent?.match(/10\d\d/)?.[0] ?? []);

  it('list what waits longest first, sort by any column, and are remembered', async () => {
    const { user } = await open(dated);
    await user.keyboard('vl');
    expect(await screen.findByRole('table', { name: 'List' })).toBeInTheDocument();
    expect(numbers()).toEqual(['1002', '1001', '1003']);
    await user.click(screen.getByRole('button', { name: 'Number' }));
    expect(numbers()).toEqual(['1001', '1002', '1003']);
    await user.click(screen.getByRole('button', { name: 'Number' }));
    expect(numbers()).toEqual(['1003', '1002', '1001']);
    expect(screen.getByRole('columnheader', { name: 'Number' })).toHaveAttribute('aria-sort', 'descending');
    expect(JSON.parse(localStorage.getItem('dragoman:board.view')!)).toBe('list');
    await user.click(box(1003));
    await user.keyboard('{Shift>}');
    await user.click(card(1002));
    await user.keyboard('{/Shift}');
    expect(screen.getByText('2 chosen')).toBeInTheDocument();
  });

  it('open in the view last used, or in that of the address', async () => {
    localStorage.setItem('dragoman:board.view', '"list"');
    await open(dated);
    expect(screen.getByRole('table', { name: 'List' })).toBeInTheDocument();
    cleanup();
    await open(dated, '/production?view=columns');
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });

  it('say when nothing fits', async () => {
    const { user } = await open(dated, '/production?view=list');
    await user.type(screen.getByRole('searchbox'), 'nowhere');
    expect(await screen.findByText('No card fits the filter.')).toBeInTheDocument();
  });

  it('show each card on the day that was promised, with what the week takes', async () => {
    const server = aServer(aMe({ role: 'production' }))
      .on(getBoard, { cards: dated, hasMore: false })
      .on(getCapacity, ({ query }) => ({
        perWeek: 4,
        counts: 'pieces' as const,
        weeks: query['from'] === '2026-W49' ? [aWeek('2026-W51', '2026-12-14', { promised: 6, capacity: 4 })] : [],
      }));
    const { user } = await openApp('/production?view=calendar&at=2026-12-10', server);
    expect(await screen.findByRole('heading', { name: 'December 2026' })).toBeInTheDocument();
    const day = (name: string) => screen.getByRole('region', { name });
    expect(within(day('Dec 21, 2026')).getByRole('link')).toHaveTextContent('1001');
    expect(within(day('Dec 4, 2026')).getByRole('link')).toHaveTextContent('1002');
    expect(within(day('Dec 18, 2026')).queryByRole('link')).not.toBeInTheDocument();
    expect(await screen.findByText('2 too many')).toBeInTheDocument();
    await user.keyboard(']');
    expect(await screen.findByRole('heading', { name: 'January 2027' })).toBeInTheDocument();
    await user.keyboard('[[vw');
    expect(await screen.findByRole('heading', { name: /Nov 30\s–\sDec 6/ })).toBeInTheDocument();
    expect(within(day('Dec 4, 2026')).getByRole('link')).toHaveTextContent('Entrance door');
    await user.click(screen.getByRole('button', { name: '1 without a date' }));
    expect(await screen.findByRole('table', { name: 'List' })).toBeInTheDocument();
  });

  it('say what will appear, and what went wrong', async () => {
    await openApp('/production?view=calendar', aServer().on(getBoard, { cards: [], hasMore: false }));
    expect(await screen.findByText('No specification has been handed over yet')).toBeInTheDocument();
    cleanup();
    await openApp('/production?view=list', aServer().refuse(getBoard, 'request.failed', 400, 'The plan is away.'));
    expect(await screen.findByRole('alert')).toHaveTextContent('The plan is away.');
  });
});
