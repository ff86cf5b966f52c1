export { SpecificationPage } from './specification-page.tsx';
