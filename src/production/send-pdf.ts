import type { Response } from 'express';
import type { Sheet } from '../../libs/contracts/index.ts';

/** Shown in the browser, named by number and version. */
export function sendPdf(response: Response, { sheet, pdf }: { sheet: Sheet; pdf: Buffer }): void {
  response.set({
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="${sheet.number}-v${sheet.version}.pdf"`,
    'x-content-type-options': 'nosniff',
  });
  response.send(pdf);
}
