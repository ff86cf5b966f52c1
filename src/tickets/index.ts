export { wholeMessagePart } from './attachments.service.ts';
export { MessageQueries } from './message.queries.ts';
export { type MessageForDelivery, ReadForDelivery, SetDeliveryState } from './ports.ts';
export { recordEvent } from './record-event.ts';
export { TicketQueries } from './ticket.queries.ts';
export { snippetOf } from './ticket-row.ts';
export { TicketsModule } from './tickets.module.ts';
export { UpdateTickets } from './update-tickets.ts';
