import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/index.ts';
import { ContactsModule } from '../contacts/index.ts';
import { SettingsModule } from '../settings/index.ts';
import { AddNote } from './add-note.ts';
import { AttachmentsService } from './attachments.service.ts';
import { DraftsService } from './drafts.service.ts';
import { MergeTickets } from './merge-tickets.ts';
import { MessageQueries } from './message.queries.ts';
import { MessagesController } from './messages.controller.ts';
import { ReadForDelivery, SetDeliveryState } from './ports.ts';
import { ReplyToTicket } from './reply-to-ticket.ts';
import { SplitTicket } from './split-ticket.ts';
import { TicketQueries } from './ticket.queries.ts';
import { TicketDetailQueries } from './ticket-detail.queries.ts';
import { TicketsController } from './tickets.controller.ts';
import { UndoReply } from './undo-reply.ts';
import { UpdateTickets } from './update-tickets.ts';
import { WakeSnoozed } from './wake-snoozed.ts';

@Module({
  imports: [ChannelsModule, ContactsModule, SettingsModule],
  controllers: [TicketsController, MessagesController],
  providers: [
    TicketQueries,
    TicketDetailQueries,
    MessageQueries,
    ReplyToTicket,
    UndoReply,
    AddNote,
    UpdateTickets,
    MergeTickets,
    SplitTicket,
    DraftsService,
    AttachmentsService,
    WakeSnoozed,
    ReadForDelivery,
    SetDeliveryState,
  ],
  exports: [TicketQueries, MessageQueries, ReadForDelivery, SetDeliveryState, UpdateTickets],
})
export class TicketsModule {}
