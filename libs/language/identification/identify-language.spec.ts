import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { identifyLanguage, isRightToLeft, loadLanguageModels } from '../index.ts';

beforeAll(loadLanguageModels);

describe('identifyLanguage', () => {
  it.each([
    ['en', 'How much is the door with the black frame?'],
    ['en', 'Abeg how much be this door, I wan make una put am for my house'],
    ['de', 'Wann wird meine Bestellung geliefert?'],
    ['fr', 'Je voudrais une porte avec une petite fenêtre'],
    ['es', '¿Cuándo llega mi pedido?'],
    ['it', 'Vorrei sapere quando arriva la finestra'],
    ['nl', 'Wanneer wordt de deur geleverd?'],
    ['pl', 'Ile kosztuje to okno?'],
    ['sv', 'När kommer min dörr?'],
    ['da', 'Jeg vil gerne have et tilbud på en dør, men hvad koster det?'],
    ['no', 'Jeg vil ha et tilbud på noen vinduer, hva koster det?'],
    ['fi', 'Milloin tilaukseni saapuu?'],
    ['tr', 'Kapı ne zaman gelecek, fiyatı ne kadar?'],
    ['ru', 'Сколько стоит входная дверь?'],
    ['uk', 'Скільки коштують вхідні двері?'],
    ['kk', 'Есіктің бағасы қанша болады?'],
    ['ar', 'كم سعر الباب مع التوصيل؟'],
    ['fa', 'قیمت این در چقدر است؟'],
    ['ur', 'اس دروازے کی قیمت کیا ہے؟'],
    ['hi', 'इस दरवाजे की कीमत क्या है?'],
    ['zh', '这扇门多少钱？'],
    ['ja', 'このドアはいくらですか'],
    ['ko', '이 문은 얼마예요?'],
    ['vi', 'Cửa này giá bao nhiêu vậy shop?'],
    ['id', 'Berapa harga pintu ini?'],
    ['sw', 'Mlango huu bei gani?'],
    ['he', 'כמה עולה הדלת?'],
    ['th', 'ประตูนี้ราคาเท่าไหร่'],
    ['ar', 'salam khoya, chhal taman dyal had lbab? bghit wahd kbir'],
  ])('knows %s', (language, text) => {
    expect(identifyLanguage(text)).toMatchObject({ language, abstained: false });
  });

  it('is not misled by brands, titles, addresses and codes inside a sentence', () => {
    expect(identifyLanguage('أريد باب Smart Lock Premium Edition').language).toBe('ar');
    expect(identifyLanguage('我的Amazon订单还没有到').language).toBe('zh');
    expect(identifyLanguage('The House of the Rising Sun albümünü bul ve çal').language).toBe('tr');
    expect(identifyLanguage('Wo ist B08XYZ1234 von https://www.example.com/the/best/door ?').language).toBe('de');
  });

  it('says nothing when nothing is said', () => {
    for (const text of ['', '   ', '👍👍', '112-1234567-1234567', 'RAL 7016, 10 x 20', 'a@b.example']) {
      expect(identifyLanguage(text)).toMatchObject({ language: null, abstained: true });
    }
  });

  it('falls back on what is known of the buyer, and says that it is a guess', () => {
    expect(identifyLanguage('OK 👍', { history: ['de', 'fr'] })).toMatchObject({
      language: 'fr',
      abstained: true,
      reason: { code: 'hints', params: { by: 'history' } },
    });
    expect(identifyLanguage('Hallo', { contactLanguage: 'nl' })).toMatchObject({
      language: 'nl',
      reason: { code: 'hintsTip' },
    });
  });

  it('lets a clear sentence win over every hint', () => {
    const hints = { contactLanguage: 'de', history: ['de', 'de', 'de'], storeLanguages: ['de'] };
    expect(identifyLanguage('Je voudrais savoir quand ma commande arrive', hints).language).toBe('fr');
  });

  it('tells regional forms apart', () => {
    expect(identifyLanguage('您好，請問這個門多少錢').variant).toBe('zh-Hant');
    expect(identifyLanguage('您好，请问这个门多少钱').variant).toBe('zh-Hans');
    expect(identifyLanguage('Vocês estão fazendo frete para cá? Quero orçar a porta').variant).toBe('pt-BR');
    expect(identifyLanguage('Boa tarde, gostava de saber se a vossa equipa envia as portadas').variant).toBe('pt-PT');
    expect(identifyLanguage('Eg veit ikkje kva dette kostar, kan de hjelpe?')).toMatchObject({
      language: 'no',
      variant: 'nn',
    });
  });

  it('shows the little words it went by', () => {
    expect(identifyLanguage('Wann kommt die Tür?').reason).toEqual({
      code: 'words',
      params: { words: expect.stringContaining('die') },
    });
  });

  it('never throws, and repeats itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(identifyLanguage(text)).toEqual(identifyLanguage(text));
      }),
      { numRuns: 300, seed: 11 },
    );
  });
});

describe('isRightToLeft', () => {
  it('goes by script before language', () => {
    expect(isRightToLeft('ar')).toBe(true);
    expect(isRightToLeft('he-IL')).toBe(true);
    expect(isRightToLeft('ar-Latn')).toBe(false);
    expect(isRightToLeft('uz-Arab')).toBe(true);
    expect(isRightToLeft('zh-CN')).toBe(false);
  });
});
