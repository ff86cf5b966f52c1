export { IntegrationsModule } from './integrations.module.ts';
