export { ProductionModule } from './production.module.ts';
export { ProductionMoves } from './production-moves.ts';
export { RenderSheet } from './render-sheet.ts';
export { SheetPdf } from './sheet-pdf.ts';
export { canonicalJson } from './specification.store.ts';
