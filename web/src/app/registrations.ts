import { registerContacts } from '../features/contacts/register.ts';
import { registerInbox } from '../features/inbox/register.ts';
import { registerProduction } from '../features/production/register.ts';
import { registerSentMail } from '../features/sent-mail/register.ts';
import { registerSettings } from '../features/settings/register.ts';
import { registerSpecification } from '../features/specification/register.ts';

/** Each feature fills the extension points (lib/extension-points.ts); called once before the first render. */
export function registerFeatures(): void {
  registerInbox();
  registerContacts();
  registerSentMail();
  registerProduction();
  registerSpecification();
  registerSettings();
}
