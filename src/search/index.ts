export { IndexMessages } from './index-messages.ts';
export { SearchModule } from './search.module.ts';
