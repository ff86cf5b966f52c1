import { continuation, decideLanguage, isQuiet, wakes } from './decide.ts';
import type { ReadMail } from './read-mail.ts';

const mail = (more: Partial<ReadMail>): ReadMail =>
  ({
    language: 'nl',
    languageConfidence: 0.4,
    languageReason: { code: 'ngrams', params: {} },
    automation: null,
    ...more,
  }) as ReadMail;
const contact = (more: object) => ({
  id: 'c',
  name: 'c',
  language: 'de',
  languageIsCorrected: false,
  country: null,
  countryIsCorrected: false,
  lastAssigneeId: null,
  isNew: false,
  ...more,
});
const automation = (kind: string, isBounce = false) => ({
  kind,
  reason: '',
  isAutomatic: true,
  isBounce,
  isAutoReply: !isBounce,
});

describe('language', () => {
  it('follows the buyer where the text says little, and a correction where it is not clear', () => {
    expect(decideLanguage(mail({}), contact({})).language).toBe('de');
    expect(decideLanguage(mail({ languageConfidence: 0.7 }), contact({})).language).toBe('nl');
    expect(decideLanguage(mail({ languageConfidence: 0.7 }), contact({ languageIsCorrected: true })).language).toBe(
      'de',
    );
    expect(decideLanguage(mail({ languageConfidence: 0.95 }), contact({ languageIsCorrected: true })).language).toBe(
      'nl',
    );
  });
});

describe('automatic mail', () => {
  it('wakes nobody, except a bounce of what we sent', () => {
    expect([
      isQuiet(mail({ automation: automation('out_of_office') })),
      wakes(mail({ automation: automation('out_of_office') })),
    ]).toEqual([true, false]);
    expect(wakes(mail({ automation: automation('bounce', true) }))).toBe(true);
    expect(isQuiet(mail({ automation: automation('notification') }))).toBe(false);
  });
});

describe('a resolved ticket', () => {
  const now = new Date('2026-11-23T00:00:00Z');
  it('reopens soon after, and is followed up later', () => {
    expect(continuation({ status: 'open', resolvedAt: null }, now, 30)).toBe('join');
    expect(continuation({ status: 'closed', resolvedAt: new Date('2026-11-01T00:00:00Z') }, now, 30)).toBe('reopen');
    expect(continuation({ status: 'closed', resolvedAt: new Date('2026-10-01T00:00:00Z') }, now, 30)).toBe('followUp');
  });
});
