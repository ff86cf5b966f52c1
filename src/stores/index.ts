export { StoreEntity } from './store.entity.ts';
export { StoresModule } from './stores.module.ts';
export { StoresService, signatureFor } from './stores.service.ts';
