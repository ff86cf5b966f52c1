import { describe, expect, it } from '@jest/globals';
import { cultureOf, regionHints, regionOf } from '../index.ts';

describe('regionHints', () => {
  it.each([
    ['NG', 'africa', { text: 'Deliver to my site at Lekki, Lagos' }],
    ['FR', 'europe', { text: 'Livraison à Lyon' }],
    ['TW', 'east_asia', { text: '寄到高雄可以嗎' }],
    ['SA', 'middle_east', { text: 'التسليم في الرياض' }],
    ['KZ', 'cis', { text: 'Доставка в Алматы' }],
    ['BR', 'latin_america', { text: 'Quanto custa? Orçamento até R$ 2.000' }],
    ['US', 'north_america', { text: 'Ship to Dayton OH 45402' }],
    ['GH', 'africa', { text: '发到加纳库马西' }],
    ['KE', 'africa', { text: 'bei gani?', phone: '+254 712 345678' }],
    ['CH', 'europe', { text: 'Guten Tag', email: 'a@firma.ch' }],
    ['GB', 'europe', { text: 'hi', marketplace: 'amazon.co.uk', language: 'en' }],
    ['JP', 'east_asia', { text: '見積', language: 'ja' }],
  ])('finds %s', (country, region, source) => {
    expect(regionHints(source)).toMatchObject({ country, region });
  });

  it('is not misled by where the goods come from', () => {
    expect(
      regionHints({ text: 'Is it made in China? FOB Ningbo price please, with Turkey style handle' }).country,
    ).toBeNull();
  });

  it('says which clue it went by', () => {
    expect(regionHints({ text: 'Delivery to Nairobi please', language: 'en' }).reason).toEqual({
      code: 'clue',
      params: { clue: 'place', found: 'Nairobi' },
    });
  });

  it('is surer with two clues that agree than with two that do not', () => {
    const agreeing = regionHints({ text: 'Delivery to Nairobi', phone: '+254712345678' });
    const differing = regionHints({ text: 'Delivery to Nairobi', phone: '+33612345678' });
    expect(agreeing.confidence).toBeGreaterThan(differing.confidence);
  });

  it('takes no general domain for a country, and reads the clock only beside another clue', () => {
    expect(regionHints({ text: '', email: 'a@b.io' }).country).toBeNull();
    expect(regionHints({ text: '', timeZoneOffsetMinutes: 540 }).country).toBeNull();
    const tokyo = regionHints({ text: '', language: 'ja', timeZoneOffsetMinutes: 540 });
    expect(tokyo.confidence).toBeGreaterThan(regionHints({ text: '', language: 'ja' }).confidence);
  });
});

describe('cultureOf', () => {
  it('gives habits in a form to reckon with', () => {
    expect(cultureOf('us')).toMatchObject({
      unitSystem: 'imperial',
      isMonthFirst: true,
      weekend: [6, 7],
      decimal: '.',
    });
    expect(cultureOf('EG')).toMatchObject({ weekend: [5, 6] });
    expect(cultureOf('DE')).toMatchObject({ decimal: ',', unitSystem: 'metric' });
    expect(cultureOf('XX')).toBeNull();
    expect(cultureOf('toString')).toBeNull();
  });

  it('places every country in one region', () => {
    expect(regionOf('de')).toBe('europe');
    expect(regionOf('QQ')).toBeNull();
  });
});
