export { SentMailPage } from './sent-mail-page.tsx';
