import { Module } from '@nestjs/common';
import { ContactsController } from './contacts.controller.ts';
import { ContactsQueries } from './contacts.queries.ts';
import { IdentifyContacts } from './identify-contacts.ts';
import { UpdateContact } from './update-contact.ts';

@Module({
  controllers: [ContactsController],
  providers: [ContactsQueries, UpdateContact, IdentifyContacts],
  exports: [ContactsQueries, UpdateContact, IdentifyContacts],
})
export class ContactsModule {}
