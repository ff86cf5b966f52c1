import { feasibility } from '../../libs/contracts/index.ts';
import { interfaceLanguages } from '../../libs/i18n/index.ts';
import { loadPack } from '../../libs/specification/index.ts';
import { offerLines } from './offer-text.ts';

const pack = loadPack('doors-and-windows');
const offer = feasibility.parse({
  answer: 'alternative',
  price: 12480.5,
  surcharge: 96,
  currency: 'USD',
  leadTimeDays: 35,
  extraDays: 5,
  reasonCode: 'size',
  reason: '铰链承重不够',
  alternativeValues: [{ itemId: '0198a000-0000-7000-8000-000000000000', attribute: 'width_mm', value: 980 }],
});
const digits = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[٠-٩]/g, (d) => String(d.charCodeAt(0) - 0x660))
    .replace(/[^0-9]/g, '');

describe("production's answer in words", () => {
  it.each(interfaceLanguages)('says the same figures in %s, and none of the house’s own words', (language) => {
    const lines = offerLines(pack, offer, language);
    expect(lines.map(digits).filter(Boolean)).toEqual(['980', '1248050', '9600', '35', '5']);
    expect(lines.join('\n')).not.toContain('铰链承重不够');
  });

  it('says of a change order that it costs nothing', () => {
    const free = feasibility.parse({ answer: 'yes', surcharge: 0, extraDays: 0 });
    expect(offerLines(pack, free, 'en', true)).toEqual([
      'We can make this.',
      'This change costs nothing.',
      'Extra time: 0 days',
    ]);
  });
});
