import { useQuery } from '@tanstack/react-query';
import { getContact } from '../../../../libs/contracts/contacts.ts';
import type { TicketDetail } from '../../../../libs/contracts/tickets.ts';
import { reading } from '../../lib/query.ts';

/** The buyer of a ticket with orders, tickets and what is customary there; one request for all sections of the panel. */
export function useContactOf(detail: TicketDetail) {
  const { contactId } = detail.ticket;
  return useQuery({ ...reading(getContact, { params: { id: contactId ?? '' } }), enabled: contactId !== null });
}
