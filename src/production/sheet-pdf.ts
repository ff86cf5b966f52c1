import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { Injectable } from '@nestjs/common';
import { toString as qrCode } from 'qrcode';
import type { Sheet } from '../../libs/contracts/index.ts';
import { translator } from '../../libs/i18n/server.ts';
import { isRightToLeft } from '../../libs/language/index.ts';
import type { PictureFile } from './pictures.ts';
import { sheetTemplate } from './sheet-template.ts';

const require = createRequire(import.meta.url);
const weights = ['400Regular', '600SemiBold'];

/** Fonts of three scripts out of their npm packages; nothing of the machine is needed. */
function fontFolders(): string[] {
  return ['noto-sans', 'noto-sans-sc', 'noto-sans-arabic']
    .flatMap((name) => weights.map((w) => join(dirname(require.resolve(`@expo-google-fonts/${name}/package.json`)), w)))
    .filter((folder) => existsSync(folder));
}

/** Where the compiler looks for files; only shadows are there. */
const workspace = join(tmpdir(), 'dragoman-sheets');
const pathOf = ({ sha256, type }: PictureFile): string => `/${sha256}.${type === 'image/png' ? 'png' : 'jpg'}`;

/** The sheet on paper: A4, Chinese, Latin and Arabic on one page, some 30 ms once the fonts are loaded. */
@Injectable()
export class SheetPdf {
  private compiler: NodeCompiler | undefined;

  /**
   * @param liveUrl what the QR code opens; none is printed without it
   * @param pictures by id; of one that is not among them the name is printed
   */
  async render(
    sheet: Sheet,
    liveUrl: string | null,
    pictures: ReadonlyMap<string, PictureFile> = new Map(),
  ): Promise<Buffer> {
    this.compiler ??= NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: fontFolders() }] });
    const files = sheet.pictures.map((p) => ({ ...p, file: pictures.get(p.id) }));
    const input = await toInput(sheet, liveUrl);
    const data = JSON.stringify({
      ...input,
      pictures: files.map(({ name, caption, file }) => ({ name, caption, path: file ? pathOf(file) : null })),
    });
    // From here to the end nothing waits: another sheet cannot come between.
    for (const { file } of files) if (file) this.compiler.mapShadow(join(workspace, pathOf(file)), file.bytes);
    const pdf = this.compiler.pdf({ mainFileContent: sheetTemplate, inputs: { data } });
    this.compiler.resetShadow();
    this.compiler.evictCache(10);
    return pdf;
  }
}

async function toInput(sheet: Sheet, liveUrl: string | null): Promise<object> {
  const t = translator(sheet.language);
  const label = (key: string, params: Record<string, unknown> = {}): string => t(`sheet:${key}`, params);
  const date = (iso: string) =>
    new Intl.DateTimeFormat(sheet.language, {
      dateStyle: 'medium',
      timeZone: 'Asia/Shanghai',
      numberingSystem: 'latn',
    }).format(new Date(iso));
  return {
    lang: sheet.language.split('-')[0],
    rtl: isRightToLeft(sheet.language),
    number: sheet.number,
    hash: sheet.hash.slice(0, 16),
    created: date(sheet.createdAt),
    due: sheet.dueDate ? date(sheet.dueDate) : null,
    qr: liveUrl ? await qrCode(liveUrl, { type: 'svg', margin: 0 }) : null,
    labels: {
      title: label('title'),
      version: label('version', { version: sheet.version }),
      created: label('created'),
      due: label('due'),
      mm: label('mm'),
      live: label('live'),
      fingerprint: label('fingerprint'),
      changes: label('changes', { version: sheet.version - 1 }),
      quantity: label('quantity'),
      attribute: label('attribute'),
      value: label('value'),
      stated: label('stated'),
      pictures: label('pictures'),
      pictureMissing: label('pictureMissing'),
    },
    changes: sheet.changes.map((c) => ({
      where: sheet.items.length > 1 ? label('item', { number: c.itemNumber }) : '',
      label: c.label,
      before: c.before,
      after: c.kind === 'removed' ? label('removed') : c.after,
    })),
    items: sheet.items.map((item) => {
      return {
        label: label('item', { number: item.number }),
        title: item.title,
        quantity: item.quantity,
        size: item.headline.size.map(bare).join(' × ') || null,
        facts: item.headline.facts.join(' · ') || null,
        drawing: item.drawing || null,
        groups: item.groups.map((g) => ({
          label: g.label,
          rows: g.rows.map((r) => ({
            label: r.label,
            text: r.state === 'not_said' ? label('notSaid') : r.text,
            stated: r.stated,
            mandatory: r.isMandatory,
            missing: r.state === 'not_said',
            changed: r.change !== 'none',
            before: r.before ? label('was', { before: r.before }) : null,
          })),
        })),
      };
    }),
  };
}

/** `930 mm (36.6 in)` → `930`. */
const bare = (text: string): string => text.replace(/\s*(\(.*\))?$/, '').replace(/\s*mm$/, '');
