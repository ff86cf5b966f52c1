import { fold, tokensOf, toQuery, toVector } from './search-tokens.ts';

const lexemes = (text: string) => tokensOf(text).map((t) => t.lexeme);

describe('lexemes', () => {
  it('are pairs where words are not spaced', () => {
    expect(lexemes('加钢板的门')).toEqual(['加钢', '钢板', '板的', '的门']);
    expect(lexemes('門を2枚')).toEqual(['門を', '2', '枚']);
  });

  it('fold width, case, accents and digits', () => {
    expect(fold('Größe ＡＢ１ ٩٠ Évreux')).toBe('grosse ab1 90 evreux');
    expect(lexemes('ÉVREUX')).toEqual(lexemes('evreux'));
  });

  it('hold a length in millimetres, whatever the unit', () => {
    expect(lexemes('90 cm')).toContain('q900');
    expect(lexemes('900mm')).toContain('q900');
    expect(lexemes('35.5"')).toContain('q901.7');
    expect(lexemes('٩٠ سم')).toContain('q900');
  });

  it('hold a part number with and without dashes', () => {
    expect(lexemes('AB-12/34')).toEqual(expect.arrayContaining(['ab-12/34', 'ab', '12', '34', 'ab1234']));
  });
});

describe('vectors and queries', () => {
  it('survive quotes and backslashes', () => {
    expect(toVector("l'eau")).toBe("'l''eau':1 'l':1 'eau':1");
    expect(toQuery("d'entrée")).toBe("'d''entree':*");
  });

  it('ask for pairs side by side, and for any unit of a length', () => {
    expect(toQuery('门窗')).toBe("('门窗')");
    expect(toQuery('加钢板')).toBe("('加钢' <-> '钢板')");
    expect(toQuery('80 cm porte')).toBe("('q800') & 'porte':*");
    expect(toQuery('门')).toBe("('门':*)");
    expect(toQuery(' ?! ')).toBeNull();
  });
});
