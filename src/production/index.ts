export { ProductionModule } from './production.module.ts';
