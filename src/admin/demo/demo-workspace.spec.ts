import { describe, expect, it } from '@jest/globals';
import { replyVariables, store, workingHours } from '../../../libs/contracts/index.ts';
import { interfaceLanguages } from '../../../libs/i18n/index.ts';
import {
  demoCalendar,
  demoCannedReplies,
  demoMessages,
  demoOrders,
  demoPeople,
  demoRoutingRules,
  demoServiceTargets,
  demoStores,
  demoTags,
  demoTeams,
} from './index.ts';

const now = new Date('2026-11-23T12:00:00Z');
const storeKeys = demoStores.map((s) => s.key);
const personKeys = demoPeople.map((p) => p.key);

describe('the workspace', () => {
  it('is as large as the demo promises', () => {
    expect(demoStores).toHaveLength(3);
    expect(demoTeams).toHaveLength(5);
    expect(demoPeople.filter((p) => p.role === 'agent' || p.role === 'lead')).toHaveLength(8);
    expect(demoPeople.filter((p) => p.role === 'production')).toHaveLength(2);
    expect(demoPeople.filter((p) => p.role === 'administrator')).toHaveLength(1);
    expect(new Set(demoPeople.map((p) => p.email)).size).toBe(demoPeople.length);
  });

  it('keeps to the contracts', () => {
    const withId = { id: '0190a000-0000-7000-8000-000000000000' };
    for (const { key: _key, ...rest } of demoStores) expect(() => store.parse({ ...rest, ...withId })).not.toThrow();
    for (const person of demoPeople) expect(() => workingHours.parse(demoCalendar(person.calendar))).not.toThrow();
  });

  it('points only at what exists', () => {
    for (const team of demoTeams) for (const member of team.members) expect(personKeys).toContain(member);
    for (const rule of demoRoutingRules) {
      for (const key of rule.conditions.stores ?? []) expect(storeKeys).toContain(key);
      for (const tag of rule.actions.addTags ?? []) expect(demoTags.map((t) => t.name)).toContain(tag);
      const members = demoTeams.find((t) => t.key === rule.actions.team)?.members ?? [];
      if (rule.actions.person) expect(members).toContain(rule.actions.person);
    }
    for (const target of demoServiceTargets) for (const key of target.stores) expect(storeKeys).toContain(key);
    expect(demoTeams.filter((t) => t.isFallback)).toHaveLength(1);
  });

  it('has somebody for every language that a team promises', () => {
    for (const team of demoTeams) {
      const spoken = team.members.flatMap((key) =>
        demoPeople.find((p) => p.key === key)!.languages.map((l) => l.language),
      );
      expect(team.languages.filter((language) => !spoken.includes(language))).toEqual([]);
    }
  });

  it('signs in every language of a store', () => {
    for (const { name, languages, signatures } of demoStores) {
      expect({ name, unsigned: languages.filter((language) => !signatures[language]) }).toEqual({ name, unsigned: [] });
    }
  });
});

describe('the orders', () => {
  const orders = demoOrders(now);

  it('are many, distinct and in the past', () => {
    expect(orders.length).toBeGreaterThanOrEqual(25);
    expect(new Set(orders.map((o) => o.externalId)).size).toBe(orders.length);
    for (const order of orders) expect(order.placedAt.getTime()).toBeLessThan(now.getTime());
  });

  it('belong to people who write, or to a marketplace', () => {
    const senders = new Set(demoMessages(now).map((m) => m.envelopeFrom));
    expect(orders.filter((o) => !senders.has(o.contactEmail)).map((o) => o.externalId)).toEqual([]);
  });
});

describe('the canned replies', () => {
  const variants = demoCannedReplies.flatMap((r) => r.variants.map((v) => ({ reply: r.shortcut, ...v })));

  it('have distinct shortcuts and never two variants for one place', () => {
    expect(demoCannedReplies.length).toBeGreaterThanOrEqual(14);
    expect(new Set(demoCannedReplies.map((r) => r.shortcut)).size).toBe(demoCannedReplies.length);
    const places = variants.map((v) => `${v.reply}/${v.language}@${v.country}`);
    expect(new Set(places).size).toBe(places.length);
  });

  it('cover the eight languages but for the gaps left on purpose', () => {
    const missing = demoCannedReplies.flatMap((r) =>
      interfaceLanguages
        .filter((language) => !r.variants.some((v) => v.language === language))
        .map((language) => `${r.shortcut}: ${language}`),
    );
    expect(missing).toEqual(['milk-hatch: ar', 'milk-hatch: ru', 'steel-plate: de', 'return: ar', 'payment: pt']);
  });

  it('use only variables that exist, the same ones in every language', () => {
    const used = (body: string) => [...new Set([...body.matchAll(/\{\{([\w.]+)\}\}/g)].map((m) => m[1]!))].sort();
    for (const reply of demoCannedReplies) {
      const source = used(reply.variants.find((v) => v.language === reply.sourceLanguage)!.body);
      for (const variant of reply.variants) {
        expect(used(variant.body).filter((name) => !(replyVariables as readonly string[]).includes(name))).toEqual([]);
        if (variant.country === null)
          expect([reply.shortcut, variant.language, ...used(variant.body)]).toEqual([
            reply.shortcut,
            variant.language,
            ...source,
          ]);
      }
    }
  });

  it('say the same numbers in every language', () => {
    // Separators inside a number differ by language (20,000 · 20.000 · 20 000 · 1,5), the digits do not.
    const numbers = (body: string) =>
      [...body.matchAll(/\d+(?:[.,\u00a0\u202f ]\d+)*/g)].map((m) => m[0].replace(/\D/g, '')).sort();
    for (const reply of demoCannedReplies) {
      const source = numbers(reply.variants.find((v) => v.language === reply.sourceLanguage)!.body);
      for (const variant of reply.variants.filter((v) => v.country === null)) {
        expect([reply.shortcut, variant.language, ...numbers(variant.body)]).toEqual([
          reply.shortcut,
          variant.language,
          ...source,
        ]);
      }
    }
  });
});
