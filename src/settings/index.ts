export { SettingsModule } from './settings.module.ts';
export { SettingsService } from './settings.service.ts';
