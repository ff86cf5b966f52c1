export { Pictures } from './pictures.ts';
export { PrintSheet } from './print-sheet.ts';
export { ProductionModule } from './production.module.ts';
export { ProductionMoves } from './production-moves.ts';
export { canonicalJson } from './specification.store.ts';
