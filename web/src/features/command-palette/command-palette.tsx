import {
  createSpotlight,
  Spotlight,
  type SpotlightActionData,
  type SpotlightActionGroupData,
} from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Kbd } from '../../components/kbd.tsx';
import { type Command, commandBook, commandGroups } from '../../lib/commands.ts';
import { useMay } from '../../lib/session.ts';
import styles from './command-palette.module.css';

const most = 40;
/** The palette gives the focus back first (10 ms); then the command may take it elsewhere. */
const afterFocusMs = 40;

/** Everything that can be done now, by name; what is no command is searched for in all messages. */
export function CommandPalette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const maySearch = useMay('ticket.read');
  const [query, setQuery] = useState('');
  const [[store, palette]] = useState(createSpotlight);
  useEffect(() => palette.open(), [palette]);
  const commands = useMemo(() => commandBook.all().filter((c) => !c.isKeyOnly && c.id !== 'palette'), []);
  const entry = (command: Command): SpotlightActionData => ({
    id: command.id,
    label: command.title,
    ...(command.keywords ? { keywords: command.keywords } : {}),
    leftSection: command.icon ? <command.icon size={18} stroke={1.6} /> : undefined,
    rightSection: command.keys?.[0] ? <Kbd keys={command.keys[0]} /> : undefined,
    onClick: () => setTimeout(() => command.run(), afterFocusMs),
  });
  const groups: SpotlightActionGroupData[] = commandGroups
    .map((group) => ({
      group: t(`keys.group.${group}`),
      actions: commands.filter((c) => c.group === group).map(entry),
    }))
    .filter((g) => g.actions.length > 0);
  const search: SpotlightActionGroupData = {
    group: t('palette.search'),
    actions: [
      {
        id: 'search-for',
        label: t('palette.searchFor', { text: query }),
        keywords: query,
        leftSection: <IconSearch size={18} stroke={1.6} />,
        onClick: () =>
          void navigate({
            to: '/inbox/$view/{-$ticketId}',
            params: { view: 'all', ticketId: undefined },
            search: { q: query },
          }),
      },
    ],
  };
  return (
    <Spotlight
      store={store}
      transitionProps={{ duration: 120, transition: 'pop', onExited: onClose }}
      overlayProps={{ backgroundOpacity: 0.25, blur: 0 }}
      query={query}
      onQueryChange={setQuery}
      actions={query.trim() && maySearch ? [...groups, search] : groups}
      limit={most}
      scrollable
      maxHeight={420}
      highlightQuery
      classNames={{ actionsGroup: styles.group! }}
      nothingFound={t('palette.nothing')}
      shortcut={null}
      attributes={{ content: { 'aria-label': t('palette.open') } }}
      scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}
      searchProps={{
        leftSection: <IconSearch size={18} stroke={1.6} />,
        placeholder: t('palette.placeholder'),
        'aria-label': t('palette.placeholder'),
      }}
    />
  );
}
