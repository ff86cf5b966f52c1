import { Menu } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DeferredMenuProps } from '../../components/deferred-menu.tsx';
import type { TicketFilter } from '../tickets/index.ts';

const sorts = ['newest', 'oldest', 'deadline'] as const;

/** In which order the list stands. */
export function SortMenu({
  button,
  sort,
  onChange,
}: DeferredMenuProps & { sort: TicketFilter['sort']; onChange: (sort: TicketFilter['sort']) => void }) {
  const { t } = useTranslation('inbox');
  return (
    <Menu position="bottom-end" defaultOpened>
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown>
        {sorts.map((each) => (
          <Menu.Item key={each} rightSection={sort === each && <IconCheck size={14} />} onClick={() => onChange(each)}>
            {t(`list.sorts.${each}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
