import { initialsOf } from './avatar.tsx';
import { urgencyOf } from './deadline-chip.tsx';

describe('faces', () => {
  it('show letters of any script', () => {
    expect(initialsOf('Claire Fontanet')).toBe('CF');
    expect(initialsOf('林悦 Lin Yue')).toBe('林');
    expect(initialsOf('عمر حداد')).toBe('ع');
    expect(initialsOf('Анна Иванова')).toBe('АИ');
    expect(initialsOf('  ')).toBe('?');
  });
});

describe('deadlines', () => {
  it('press within two hours and are late after', () => {
    const now = Date.parse('2026-11-23T12:00:00Z');
    expect(urgencyOf('2026-11-23T18:00:00Z', now)).toBe('later');
    expect(urgencyOf('2026-11-23T13:00:00Z', now)).toBe('soon');
    expect(urgencyOf('2026-11-23T11:00:00Z', now)).toBe('late');
  });
});
