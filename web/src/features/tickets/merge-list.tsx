import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { getContact } from '../../../../libs/contracts/contacts.ts';
import { PickerList } from '../../components/picker-list.tsx';
import { reading } from '../../lib/query.ts';
import { knownRow } from './ticket-cache.ts';
import { useMergeTicket } from './use-merge-ticket.ts';

/** The buyer's other tickets: one of them takes this one in. */
export function MergeList({ fromId, onDone }: { fromId: string; onDone: () => void }) {
  const { t } = useTranslation('inbox');
  const client = useQueryClient();
  const merge = useMergeTicket();
  const contactId = knownRow(client, fromId)?.contactId ?? null;
  const contact = useQuery({
    ...reading(getContact, { params: { id: contactId ?? '' } }),
    enabled: contactId !== null,
  });
  const others = contact.data?.tickets.filter((ticket) => ticket.id !== fromId) ?? [];
  return (
    <PickerList
      label={t('dialog.merge')}
      options={others.map((ticket) => ({
        value: ticket.id,
        label: ticket.subject || t('row.noSubject'),
        detail: <bdi>#{ticket.number}</bdi>,
        keywords: String(ticket.number),
      }))}
      onChoose={(intoId) => {
        onDone();
        void merge(fromId, intoId);
      }}
    />
  );
}
