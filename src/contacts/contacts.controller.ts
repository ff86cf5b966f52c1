import { Controller } from '@nestjs/common';
import * as contract from '../../libs/contracts/contacts.ts';
import type { InputOf } from '../../libs/contracts/index.ts';
import { CurrentUser, type Principal } from '../identity/index.ts';
import { Input, Serve } from '../platform/index.ts';
import { ContactsQueries } from './contacts.queries.ts';
import { UpdateContact } from './update-contact.ts';

@Controller('api/v1')
export class ContactsController {
  constructor(
    private readonly queries: ContactsQueries,
    private readonly updating: UpdateContact,
  ) {}

  @Serve(contract.getContact)
  async get(@Input(contract.getContact) { params }: InputOf<typeof contract.getContact>, @CurrentUser() by: Principal) {
    const contact = await this.queries.find(params.id);
    const [orders, tickets] = await Promise.all([this.queries.orders(params.id), this.queries.tickets(params.id)]);
    return { contact, orders, tickets, culture: this.queries.culture(contact, by.language) };
  }

  @Serve(contract.updateContact)
  async update(@Input(contract.updateContact) { params, body }: InputOf<typeof contract.updateContact>) {
    await this.updating.update(params.id, body);
    return this.queries.find(params.id);
  }

  @Serve(contract.mergeContacts)
  async merge(@Input(contract.mergeContacts) { params, body }: InputOf<typeof contract.mergeContacts>) {
    await this.updating.merge(params.id, body.otherId);
    return this.queries.find(params.id);
  }
}
