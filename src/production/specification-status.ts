import type { SpecificationState } from '../../libs/contracts/index.ts';

export type Side = 'sales' | 'production';

interface Move {
  from: SpecificationState;
  to: SpecificationState;
  by: Side;
  needsReason?: boolean;
}

/** Every move there is. What is not in the table cannot happen; a new version of a running one starts over at `new`. */
const moves: readonly Move[] = [
  { from: 'draft', to: 'new', by: 'sales' },
  { from: 'draft', to: 'cancelled', by: 'sales', needsReason: true },
  { from: 'new', to: 'questions', by: 'production' },
  { from: 'new', to: 'accepted', by: 'production' },
  { from: 'new', to: 'refused', by: 'production', needsReason: true },
  { from: 'new', to: 'new', by: 'sales' },
  { from: 'new', to: 'cancelled', by: 'sales', needsReason: true },
  { from: 'questions', to: 'questions', by: 'production' },
  // Answered: production looks again.
  { from: 'questions', to: 'new', by: 'sales' },
  { from: 'questions', to: 'accepted', by: 'production' },
  { from: 'questions', to: 'refused', by: 'production', needsReason: true },
  { from: 'questions', to: 'cancelled', by: 'sales', needsReason: true },
  { from: 'accepted', to: 'questions', by: 'production' },
  { from: 'accepted', to: 'new', by: 'sales' },
  { from: 'accepted', to: 'refused', by: 'production', needsReason: true },
  { from: 'accepted', to: 'in_production', by: 'production' },
  { from: 'accepted', to: 'cancelled', by: 'sales', needsReason: true },
  { from: 'refused', to: 'new', by: 'sales' },
  { from: 'refused', to: 'accepted', by: 'production' },
  { from: 'refused', to: 'cancelled', by: 'sales', needsReason: true },
  { from: 'in_production', to: 'questions', by: 'production' },
  // A change order: production has to accept again.
  { from: 'in_production', to: 'new', by: 'sales' },
  // Begun by mistake, or put back on the plan.
  { from: 'in_production', to: 'accepted', by: 'production', needsReason: true },
  { from: 'in_production', to: 'ready', by: 'production' },
  { from: 'ready', to: 'in_production', by: 'production', needsReason: true },
  { from: 'ready', to: 'shipped', by: 'production' },
];

const find = (from: SpecificationState, to: SpecificationState, by: Side): Move | undefined =>
  moves.find((m) => m.from === from && m.to === to && m.by === by);

export const canMove = (from: SpecificationState, to: SpecificationState, by: Side): boolean =>
  find(from, to, by) !== undefined;
export const needsReason = (from: SpecificationState, to: SpecificationState, by: Side): boolean =>
  find(from, to, by)?.needsReason ?? false;

/** Where a side may move it from here; asking a question is not offered as a plain move. */
export const movesFrom = (from: SpecificationState, by: Side): SpecificationState[] =>
  moves.filter((m) => m.from === from && m.by === by && m.to !== 'questions').map((m) => m.to);

/** Whether production's move can be taken back by production alone, with nothing lost: a refusal has replaced the answer before it. */
export const canUndo = (from: SpecificationState, to: SpecificationState): boolean =>
  from !== 'refused' && to !== 'refused' && canMove(to, from, 'production');
