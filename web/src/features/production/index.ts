export { BoardPage } from './board-page.tsx';
export { SheetView } from './sheet-view.tsx';
export { ProductionSpecificationPage } from './specification-page.tsx';
