import { describe, expect, it } from '@jest/globals';
import { glossary, glossaryTerm, matchGlossary } from '../index.ts';

const ids = (text: string, language: string): string[] => matchGlossary(text, language).map((match) => match.id);

describe('matchGlossary', () => {
  it.each([
    ['en', 'two entrance doors'],
    ['de', 'zwei Haustüren'],
    ['fr', "deux portes d'entrée"],
    ['es', 'dos puertas de entrada'],
    ['ru', 'цена входной двери'],
    ['tr', 'giriş kapısı fiyatı'],
    ['ar', 'أريد باب المدخل'],
    ['zh', '两樘入户门报价'],
    ['ja', '玄関ドアの見積'],
    ['ko', '현관문 견적'],
  ])('finds the longest term in %s, inflected or without spaces', (language, text) => {
    expect(ids(text, language)).toContain('entrance_door');
    expect(ids(text, language)).not.toContain('door');
  });

  it('gives spans of the text as given', () => {
    const text = 'Bitte die Fenster prüfen';
    const [match] = matchGlossary(text, 'de');
    expect(match && text.slice(match.start, match.end)).toBe('Fenster');
  });

  it('does not take a harbour for a door', () => {
    expect(ids('CIF port de Dakar', 'fr')).not.toContain('door');
  });

  it('finds every preferred term of its own', () => {
    const lost = glossary.flatMap((entry) =>
      Object.entries(entry.terms)
        .filter(([language, [term]]) => term && matchGlossary(term, language).length === 0)
        .map(([language]) => `${entry.id}/${language}`),
    );
    expect(lost).toEqual([]);
  });
});

describe('glossaryTerm', () => {
  it('answers in the nearest language it has', () => {
    expect(glossaryTerm('door', 'zh-Hant')).toBe('门');
    expect(glossaryTerm('door', 'pt-BR')).toBe('porta');
    expect(glossaryTerm('door', 'xx')).toBeNull();
    expect(glossaryTerm('no such', 'en')).toBeNull();
  });
});
