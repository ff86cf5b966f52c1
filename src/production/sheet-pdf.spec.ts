import type { Sheet } from '../../libs/contracts/index.ts';
import { SheetPdf } from './sheet-pdf.ts';

const sheet = (language: string): Sheet => ({
  specificationId: '0199c0de-0000-7000-8000-000000000001',
  number: 1001,
  version: 2,
  hash: 'a'.repeat(64),
  language,
  title: 'x',
  state: 'new',
  createdAt: '2026-11-23T02:00:00.000Z',
  dueDate: '2026-12-24',
  pictures: [],
  changes: [
    {
      itemId: '0199c0de-0000-7000-8000-000000000002',
      itemNumber: 1,
      attribute: 'width_mm',
      label: '宽',
      kind: 'changed',
      before: '930 mm',
      after: '920 mm',
    },
  ],
  items: [
    {
      itemId: '0199c0de-0000-7000-8000-000000000002',
      number: 1,
      productType: 'entrance_door',
      title: '入户门',
      quantity: 1,
      headline: { size: ['920 mm', '2180 mm'], facts: ['内开'] },
      drawing:
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 200"><rect width="100" height="200" fill="none" stroke="black"/></svg>',
      groups: [
        {
          group: 'size',
          label: '尺寸',
          rows: [
            {
              attribute: 'width_mm',
              label: '宽',
              text: '920 mm',
              stated: 'L 92',
              state: 'confirmed',
              isMandatory: true,
              change: 'changed',
              before: '930 mm',
            },
            {
              attribute: 'height_mm',
              label: '高',
              text: '2180 mm',
              stated: 'H 218 cm #panic() *bold*',
              state: 'confirmed',
              isMandatory: true,
              change: 'none',
              before: null,
            },
            {
              attribute: 'swing',
              label: '开启方向',
              text: '',
              stated: null,
              state: 'not_said',
              isMandatory: true,
              change: 'none',
              before: null,
            },
          ],
        },
      ],
    },
  ],
});

describe('the sheet as PDF', () => {
  it.each(['zh-CN', 'fr', 'ar'])("renders in %s, and takes no buyer's words for markup", async (language) => {
    const pdf = await new SheetPdf().render(sheet(language), 'https://desk.example/p/1001');
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.length).toBeGreaterThan(5_000);
  });
});
