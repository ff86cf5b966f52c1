export { ApprovalPage } from './approval-page.tsx';
