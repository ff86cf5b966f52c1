export { Doorway } from './doorway.tsx';
export { SignInPage } from './sign-in-page.tsx';
