import { IconRulerMeasure } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { listTicketSpecifications } from '../../../../libs/contracts/production.ts';
import type { TicketDetail } from '../../../../libs/contracts/tickets.ts';
import { showToast } from '../../components/toast.tsx';
import { useErrorText } from '../../components/use-error-text.ts';
import { reading } from '../../lib/query.ts';
import { useMay } from '../../lib/session.ts';
import { useCommands } from '../../lib/use-commands.ts';
import { useStartSpecification } from './start-specification.tsx';

/** `s` opens the ticket's specification or begins one, whether the panel beside the conversation is shown or not. */
export function SpecificationKey({ detail }: { detail: TicketDetail }) {
  const { t } = useTranslation('specification');
  const client = useQueryClient();
  const navigate = useNavigate();
  const text = useErrorText();
  const start = useStartSpecification();
  const [mayRead, mayWrite] = [useMay('specification.read'), useMay('specification.write')];
  const run = async () => {
    try {
      const { items } = await client.fetchQuery({
        ...reading(listTicketSpecifications, { params: { id: detail.ticket.id } }),
        staleTime: 0,
      });
      const source = detail.messages.find((m) => m.direction === 'in');
      if (items[0])
        await navigate({ to: '/specifications/$specificationId', params: { specificationId: items[0].id } });
      else if (mayWrite && source) await start(detail.ticket.id, source.id);
    } catch (error) {
      showToast({ message: text(error), tone: 'bad' });
    }
  };
  useCommands([
    {
      id: 'specification.open',
      title: t('section'),
      group: 'specification',
      keys: ['s'],
      icon: IconRulerMeasure,
      isEnabled: mayRead,
      run: () => void run(),
    },
  ]);
  return null;
}
