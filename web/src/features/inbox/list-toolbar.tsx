import { Menu } from '@mantine/core';
import { IconArrowsSort, IconCheck, IconX } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { TicketRow } from '../../../../libs/contracts/tickets.ts';
import { IconButton } from '../../components/icon-button.tsx';
import type { TicketFilter } from '../tickets/index.ts';
import { FilterMenu } from './filter-menu.tsx';
import { facets } from './inbox-search.ts';
import styles from './list-toolbar.module.css';
import { useFacetLabel } from './use-facet-label.ts';

const sorts = ['newest', 'oldest', 'deadline'] as const;

/** What the list shows, in which order, narrowed by what; and the search. */
export function ListToolbar({ filter, rows }: { filter: TicketFilter; rows: readonly TicketRow[] }) {
  const { t } = useTranslation('inbox');
  const navigate = useNavigate();
  const search = useSearch({ from: '/signed-in/inbox/$view/{-$ticketId}' });
  const labelOf = useFacetLabel();
  const set = (change: Partial<typeof search>) => void navigate({ to: '.', search: { ...search, ...change } });
  const active = facets.filter((facet) => filter[facet] !== undefined);
  return (
    <>
      <header className={styles.bar}>
        <h1 className={styles.title}>{t(`views.${filter.view}`)}</h1>
        <Menu position="bottom-end">
          <Menu.Target>
            <IconButton icon={IconArrowsSort} label={t('list.sort')} isActive={filter.sort !== 'newest'} />
          </Menu.Target>
          <Menu.Dropdown>
            {sorts.map((sort) => (
              <Menu.Item
                key={sort}
                rightSection={filter.sort === sort && <IconCheck size={14} />}
                onClick={() => set({ sort: sort === 'newest' ? undefined : sort })}
              >
                {t(`list.sorts.${sort}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <FilterMenu filter={filter} rows={rows} onChange={set} />
      </header>
      {active.length > 0 && (
        <ul className={styles.chips}>
          {active.map((facet) => (
            <li key={facet}>
              <button type="button" className={styles.chip} onClick={() => set({ [facet]: undefined })}>
                <bdi>{labelOf(facet, String(filter[facet]))}</bdi>
                <IconX size={13} stroke={1.8} aria-hidden />
                <span className="sr-only">{t('list.removeFilter')}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
