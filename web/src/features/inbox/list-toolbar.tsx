import { IconArrowsSort, IconFilter, IconX } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketRow } from '../../../../libs/contracts/tickets.ts';
import { DeferredMenu } from '../../components/deferred-menu.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import type { TicketFilter } from '../tickets/index.ts';
import { facets } from './inbox-search.ts';
import styles from './list-toolbar.module.css';
import { useFacetLabel } from './use-facet-label.ts';

const loadSort = () => import('./sort-menu.tsx').then((m) => ({ default: m.SortMenu }));
const SortMenu = lazy(loadSort);
const loadFilter = () => import('./filter-menu.tsx').then((m) => ({ default: m.FilterMenu }));
const FilterMenu = lazy(loadFilter);

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
        <DeferredMenu
          button={<IconButton icon={IconArrowsSort} label={t('list.sort')} isActive={filter.sort !== 'newest'} />}
          menu={SortMenu}
          load={loadSort}
          menuProps={{
            sort: filter.sort,
            onChange: (sort: TicketFilter['sort']) => set({ sort: sort === 'newest' ? undefined : sort }),
          }}
        />
        <DeferredMenu
          button={<IconButton icon={IconFilter} label={t('list.filter')} isActive={active.length > 0} />}
          menu={FilterMenu}
          load={loadFilter}
          menuProps={{ filter, rows, onChange: set }}
        />
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
