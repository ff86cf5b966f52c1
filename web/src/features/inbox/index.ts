export { InboxPage } from './inbox-page.tsx';
export { ViewList } from './view-list.tsx';
