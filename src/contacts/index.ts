export { ContactsModule } from './contacts.module.ts';
export { IdentifyContacts, type KnownContact, keyOf, type Sender } from './identify-contacts.ts';
export { UpdateContact } from './update-contact.ts';
