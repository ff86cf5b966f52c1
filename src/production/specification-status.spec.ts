import { specificationStates } from '../../libs/contracts/index.ts';
import { canMove, canUndo, movesFrom, needsReason } from './specification-status.ts';

describe('the states of a specification', () => {
  it('let nothing into production that production did not accept', () => {
    for (const from of specificationStates) {
      for (const by of ['sales', 'production'] as const) {
        if (canMove(from, 'in_production', by))
          expect([
            ['accepted', 'production'],
            ['ready', 'production'],
          ]).toContainEqual([from, by]);
        if (canMove(from, 'accepted', by)) expect(by).toBe('production');
        if (canMove(from, 'shipped', by)) expect(from).toBe('ready');
      }
    }
  });

  it('make a changed version go through production again', () => {
    for (const from of ['accepted', 'in_production', 'refused', 'questions'] as const)
      expect(canMove(from, 'new', 'sales')).toBe(true);
    expect(canMove('shipped', 'new', 'sales')).toBe(false);
  });

  it('ask for a reason where somebody is turned down', () => {
    expect(needsReason('new', 'refused', 'production')).toBe(true);
    expect(needsReason('new', 'accepted', 'production')).toBe(false);
  });

  it('offer moves by side', () => {
    expect(movesFrom('new', 'production')).toEqual(['accepted', 'refused']);
    expect(movesFrom('shipped', 'production')).toEqual([]);
  });

  it('are taken back only by a move that is in the table too', () => {
    expect(canUndo('accepted', 'in_production')).toBe(true);
    expect(canUndo('in_production', 'ready')).toBe(true);
    expect(canUndo('new', 'accepted')).toBe(false);
    expect(canUndo('ready', 'shipped')).toBe(false);
    // The refusal's reason stands where the offer stood.
    expect(canMove('refused', 'accepted', 'production')).toBe(true);
    expect(canUndo('accepted', 'refused')).toBe(false);
  });
});
