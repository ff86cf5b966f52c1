import { IconLanguage, IconLayoutSidebarRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../lib/use-commands.ts';
import { useReadingHabits } from './use-reading.ts';

/** Keys of an open ticket; those of answering are the composer's. */
export function useTicketCommands(toggleContext: () => void): void {
  const { t } = useTranslation('conversation');
  const habits = useReadingHabits();
  const scroll = (by: number) => () =>
    document.querySelector('[data-conversation]')?.scrollBy({ top: by * window.innerHeight * 0.6, behavior: 'auto' });
  useCommands([
    {
      id: 'conversation.translation',
      title: t('translation.toggle'),
      group: 'answer',
      keys: ['t'],
      icon: IconLanguage,
      isEnabled: habits.isPossible,
      run: habits.toggle,
    },
    {
      id: 'conversation.context',
      title: t('head.context'),
      group: 'move',
      keys: ['i'],
      icon: IconLayoutSidebarRight,
      run: toggleContext,
    },
    {
      id: 'conversation.down',
      title: t('scrollDown'),
      group: 'move',
      keys: ['Space'],
      isKeyOnly: true,
      run: scroll(1),
    },
    {
      id: 'conversation.up',
      title: t('scrollUp'),
      group: 'move',
      keys: ['shift+Space'],
      isKeyOnly: true,
      run: scroll(-1),
    },
  ]);
}
