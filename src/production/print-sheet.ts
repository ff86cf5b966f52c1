import { Injectable } from '@nestjs/common';
import type { Sheet } from '../../libs/contracts/index.ts';
import { Pictures } from './pictures.ts';
import { RenderSheet } from './render-sheet.ts';
import { SheetPdf } from './sheet-pdf.ts';

/** A version on paper, with its pictures. */
@Injectable()
export class PrintSheet {
  constructor(
    private readonly sheets: RenderSheet,
    private readonly pdfs: SheetPdf,
    private readonly pictures: Pictures,
  ) {}

  /** @param liveUrl what the QR code opens; none is printed without it */
  async print(
    id: string,
    version: number,
    language: string,
    liveUrl: string | null,
  ): Promise<{ sheet: Sheet; pdf: Buffer }> {
    const [sheet, pictures] = await Promise.all([
      this.sheets.render(id, version, language),
      this.pictures.ofVersion(id, version),
    ]);
    return { sheet, pdf: await this.pdfs.render(sheet, liveUrl, pictures) };
  }
}
