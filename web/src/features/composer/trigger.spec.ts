import { replaceTrigger, triggerAt } from './trigger.ts';

describe('a sign that asks for a choice', () => {
  it('counts at the beginning of a word, in any script', () => {
    expect(triggerAt('/', 1, '/')).toEqual({ start: 0, end: 1, query: '' });
    expect(triggerAt('Bonjour\n/dél', 12, '/')).toEqual({ start: 8, end: 12, query: 'dél' });
    expect(triggerAt('问 @林悦', 5, '@')).toEqual({ start: 2, end: 5, query: '林悦' });
  });

  it('does not count inside words, addresses and dates', () => {
    expect(triggerAt('and/or', 4, '/')).toBeNull();
    expect(triggerAt('23/11', 5, '/')).toBeNull();
    expect(triggerAt('me@home', 7, '@')).toBeNull();
    expect(triggerAt('/offer now', 10, '/')).toBeNull();
  });

  it('is replaced together with its word', () => {
    expect(replaceTrigger('Hi /de and', { start: 3, end: 6, query: 'de' }, 'Dear sir')).toEqual({
      text: 'Hi Dear sir and',
      caret: 11,
    });
  });
});
