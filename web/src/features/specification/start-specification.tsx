import { Menu } from '@mantine/core';
import { IconRulerMeasure } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { createSpecification } from '../../../../libs/contracts/production.ts';
import type { Message } from '../../../../libs/contracts/tickets.ts';
import { showToast } from '../../components/toast.tsx';
import { useErrorText } from '../../components/use-error-text.ts';
import { call } from '../../lib/call.ts';

/** Begins a specification from a message and opens it. */
export function useStartSpecification(): (ticketId: string, messageId: string) => Promise<void> {
  const navigate = useNavigate();
  const text = useErrorText();
  return async (ticketId, messageId) => {
    try {
      const made = await call(createSpecification, { params: { id: ticketId }, body: { messageId } });
      await navigate({ to: '/specifications/$specificationId', params: { specificationId: made.id } });
    } catch (error) {
      showToast({ message: text(error), tone: 'bad' });
    }
  };
}

/** In the menu of a buyer's message. */
export function StartSpecification({ message }: { message: Message }) {
  const { t } = useTranslation('specification');
  const start = useStartSpecification();
  if (message.direction !== 'in') return null;
  return (
    <Menu.Item leftSection={<IconRulerMeasure size={16} />} onClick={() => void start(message.ticketId, message.id)}>
      {t('start')}
    </Menu.Item>
  );
}
