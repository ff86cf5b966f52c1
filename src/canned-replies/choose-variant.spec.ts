import { chooseVariant } from './choose-variant.ts';
import { fillIn, unknownVariables } from './fill-in.ts';

const v = (language: string, country: string | null = null) => ({ language, country });

describe('the variant of a canned reply', () => {
  it.each([
    ['fr', 'CH', 'fr-CH'],
    ['fr', 'FR', 'fr'],
    ['pt', 'BR', 'pt-BR'],
    ['pt-BR', null, 'pt-BR'],
    ['zh-CN', null, 'zh-CN'],
  ])('for %s in %s is %s', (language, country, expected) => {
    const variants = [v('en'), v('fr'), v('fr', 'CH'), v('pt-BR'), v('zh-CN')];
    const chosen = chooseVariant(variants, { language, country }, 'en')!;
    expect([
      chosen.variant.country ? `${chosen.variant.language}-${chosen.variant.country}` : chosen.variant.language,
      chosen.isFallback,
    ]).toEqual([expected, false]);
  });

  it('says when it fell back', () => {
    expect(chooseVariant([v('en'), v('fr')], { language: 'sw' }, 'fr')).toEqual({ variant: v('fr'), isFallback: true });
    expect(chooseVariant([], { language: 'sw' }, 'en')).toBeNull();
  });
});

describe('filling in', () => {
  it('leaves no variable behind silently', () => {
    expect(fillIn('Dear {{contact.name}}, order {{ order.number }}', { 'contact.name': 'Ms. Weber' })).toEqual({
      text: 'Dear Ms. Weber, order ⟨order.number⟩',
      missing: ['order.number'],
    });
    expect(unknownVariables('{{contact.name}} {{contact.iban}}')).toEqual(['contact.iban']);
  });

  it('does not fill in what a value itself seems to ask for', () => {
    expect(fillIn('{{contact.name}}', { 'contact.name': '{{agent.name}}', 'agent.name': 'Li' }).text).toBe(
      '{{agent.name}}',
    );
  });
});
