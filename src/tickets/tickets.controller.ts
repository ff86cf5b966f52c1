import { Controller } from '@nestjs/common';
import type { InputOf } from '../../libs/contracts/index.ts';
import * as contract from '../../libs/contracts/tickets.ts';
import { CurrentUser, type Principal } from '../identity/index.ts';
import { Input, Serve } from '../platform/index.ts';
import { AddNote } from './add-note.ts';
import { DraftsService } from './drafts.service.ts';
import { MergeTickets } from './merge-tickets.ts';
import { SplitTicket } from './split-ticket.ts';
import { TicketQueries } from './ticket.queries.ts';
import { UpdateTickets } from './update-tickets.ts';

@Controller('api/v1')
export class TicketsController {
  constructor(
    private readonly queries: TicketQueries,
    private readonly updating: UpdateTickets,
    private readonly notes: AddNote,
    private readonly merging: MergeTickets,
    private readonly splitting: SplitTicket,
    private readonly drafts: DraftsService,
  ) {}

  @Serve(contract.listTickets)
  list(@Input(contract.listTickets) { query }: InputOf<typeof contract.listTickets>, @CurrentUser() by: Principal) {
    return this.queries.list(query, by.userId);
  }

  @Serve(contract.countTickets)
  counts(@CurrentUser() by: Principal) {
    return this.queries.counts(by.userId);
  }

  @Serve(contract.listTags)
  async tags() {
    return { items: await this.queries.tags() };
  }

  @Serve(contract.updateTickets)
  async updateMany(
    @Input(contract.updateTickets) { body }: InputOf<typeof contract.updateTickets>,
    @CurrentUser() by: Principal,
  ) {
    await this.updating.update(body.ids, body.changes, by);
    return { items: await this.queries.rows(body.ids) };
  }

  @Serve(contract.updateTicket)
  async update(
    @Input(contract.updateTicket) { params, body }: InputOf<typeof contract.updateTicket>,
    @CurrentUser() by: Principal,
  ) {
    await this.updating.update([params.id], body, by);
    return this.queries.row(params.id);
  }

  @Serve(contract.undoChange)
  async undo(
    @Input(contract.undoChange) { params }: InputOf<typeof contract.undoChange>,
    @CurrentUser() by: Principal,
  ) {
    await this.updating.undo(params.id, by);
    return this.queries.row(params.id);
  }

  @Serve(contract.mergeTickets)
  async merge(
    @Input(contract.mergeTickets) { params, body }: InputOf<typeof contract.mergeTickets>,
    @CurrentUser() by: Principal,
  ) {
    await this.merging.merge(params.id, body.intoId, by);
    return this.queries.row(body.intoId);
  }

  @Serve(contract.splitTicket)
  async split(
    @Input(contract.splitTicket) { params, body }: InputOf<typeof contract.splitTicket>,
    @CurrentUser() by: Principal,
  ) {
    return this.queries.row(await this.splitting.split(params.id, body.messageId, body.subject, by));
  }

  @Serve(contract.addNote)
  addNote(@Input(contract.addNote) { params, body }: InputOf<typeof contract.addNote>, @CurrentUser() by: Principal) {
    return this.notes.add(params.id, body, by);
  }

  @Serve(contract.markRead)
  markRead(
    @Input(contract.markRead) { params, body }: InputOf<typeof contract.markRead>,
    @CurrentUser() by: Principal,
  ) {
    return this.drafts.markRead(params.id, by.userId, body.isRead);
  }

  @Serve(contract.saveDraft)
  async saveDraft(
    @Input(contract.saveDraft) { params, body }: InputOf<typeof contract.saveDraft>,
    @CurrentUser() by: Principal,
  ) {
    return { savedAt: (await this.drafts.save(params.id, by.userId, body)).toISOString() };
  }
}
