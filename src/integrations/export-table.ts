import type { AttributeValue } from '../../libs/contracts/index.ts';
import { attributeLabel, type Pack, productTypeLabel, valueText } from '../../libs/specification/index.ts';
import type { SpecificationRecordOut } from './specification-records.ts';

type Cell = string | number | boolean | null;

/** One row an item. Columns are named by the canonical attribute, with its label in the reader's language beside it. */
export async function exportTable(
  records: readonly SpecificationRecordOut[],
  packOf: (id: string) => Pack,
  format: 'csv' | 'xlsx',
  language: string,
): Promise<Buffer> {
  const { default: ExcelJS } = await import('exceljs');
  const names = [...new Set(records.flatMap((r) => r.items.flatMap((i) => Object.keys(i.values))))].sort();
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('specifications', { views: [{ state: 'frozen', ySplit: 1 }] });
  const fixed = ['number', 'version', 'state', 'item', 'product_type', 'order_id', 'due_date', 'tracking', 'hash'];
  const pack = records[0] ? packOf(records[0].packId) : null;
  sheet.columns = [...fixed, ...names].map((key) => ({
    key,
    header: pack && names.includes(key) ? `${key} (${attributeLabel(pack, key, language)})` : key,
    width: 18,
  }));
  sheet.getRow(1).font = { bold: true };
  for (const r of records) {
    const own = packOf(r.packId);
    for (const i of r.items) {
      const values = names.map((name): [string, Cell] => [name, cellOf(own, name, i.values[name], language)]);
      sheet.addRow({
        number: r.number,
        version: r.version,
        state: r.state,
        item: i.item,
        product_type: productTypeLabel(own, i.productType, language),
        order_id: safe(r.orderId),
        due_date: r.dueDate,
        tracking: safe(r.tracking),
        hash: r.hash,
        ...Object.fromEntries(values),
      });
    }
  }
  // With a byte order mark: spreadsheets take UTF-8 for what it is.
  if (format === 'csv') return Buffer.concat([Buffer.from('\ufeff'), Buffer.from(await book.csv.writeBuffer())]);
  return Buffer.from(await book.xlsx.writeBuffer());
}

function cellOf(pack: Pack, name: string, value: unknown, language: string): Cell {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return safe(valueText(pack, name, value as AttributeValue, language));
}

/** A cell that begins like a formula is text: what a buyer wrote is never run. */
const safe = (text: string | null): string | null => (text !== null && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
