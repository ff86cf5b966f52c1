import {
  IconAlarmSnooze,
  IconArchive,
  IconAt,
  IconBan,
  IconBookmark,
  IconBuildingStore,
  IconHourglass,
  IconInbox,
  IconSparkles,
  IconStack2,
  IconUser,
  IconUserQuestion,
  IconUsers,
  IconX,
} from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { deleteView, listViews } from '../../../../libs/contracts/search.ts';
import { countTickets, type TicketView, ticketView } from '../../../../libs/contracts/tickets.ts';
import { hueOf } from '../../components/avatar.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { call } from '../../lib/call.ts';
import { number } from '../../lib/format.ts';
import { keyOf, reading } from '../../lib/query.ts';
import { useMe, useStores } from '../../lib/session.ts';
import { inboxSearch } from './inbox-search.ts';
import styles from './view-list.module.css';

export const viewIcons: Record<TicketView, ComponentType<{ size?: number; stroke?: number }>> = {
  mine: IconUser,
  unassigned: IconUserQuestion,
  team: IconUsers,
  open: IconInbox,
  waiting: IconHourglass,
  snoozed: IconAlarmSnooze,
  mentions: IconAt,
  wishes: IconSparkles,
  resolved: IconArchive,
  spam: IconBan,
  all: IconStack2,
};
const daily: TicketView[] = ['mine', 'unassigned', 'team', 'open', 'waiting', 'wishes', 'mentions', 'snoozed'];
const rare: TicketView[] = ['resolved', 'spam', 'all'];

/** Views of the inbox with their counts, stores, and views that were saved. */
export function ViewList() {
  const { t } = useTranslation('inbox');
  const { stores } = useStores();
  const me = useMe();
  const client = useQueryClient();
  const saved = useQuery(reading(listViews)).data?.items ?? [];
  const remove = useMutation({
    mutationFn: (id: string) => call(deleteView, { params: { id } }),
    onSettled: () => client.invalidateQueries({ queryKey: keyOf(listViews) }),
  });
  return (
    <div className={styles.views}>
      <Views views={daily} />
      <Views views={rare} />
      {stores.length > 1 && (
        <section>
          <h2 className={styles.heading}>{t('views.stores')}</h2>
          <ul className={styles.list}>
            {stores
              .filter((store) => store.isActive)
              .map((store) => (
                <li key={store.id}>
                  <ViewLink
                    view="open"
                    search={{ storeId: store.id }}
                    icon={IconBuildingStore}
                    label={store.name}
                    hue={hueOf(store.color)}
                  />
                </li>
              ))}
          </ul>
        </section>
      )}
      {saved.length > 0 && (
        <section>
          <h2 className={styles.heading}>{t('views.saved')}</h2>
          <ul className={styles.list}>
            {saved.map((view) => {
              const known = ticketView.safeParse(view.filter['view']);
              return (
                <li key={view.id} className={styles.saved}>
                  <ViewLink
                    view={known.success ? known.data : 'open'}
                    search={inboxSearch.parse(view.filter)}
                    icon={IconBookmark}
                    label={view.name}
                  />
                  {view.ownerId === me.id && (
                    <IconButton
                      icon={IconX}
                      label={t('views.remove', { name: view.name })}
                      className={styles.remove}
                      onClick={() => remove.mutate(view.id)}
                    />
                  )}
                </li>
              );
            })}
          </ul>
        </section>
      )}
    </div>
  );
}

function Views({ views }: { views: readonly TicketView[] }) {
  const { t } = useTranslation('inbox');
  const counts = useQuery(reading(countTickets)).data;
  return (
    <ul className={styles.list}>
      {views.map((view) => (
        <li key={view}>
          <ViewLink
            view={view}
            search={{}}
            icon={viewIcons[view]}
            label={t(`views.${view}`)}
            count={counts?.counts[view]}
            isStrong={view === 'mine' && (counts?.unread ?? 0) > 0}
          />
        </li>
      ))}
    </ul>
  );
}

/** Counts are exact up to 100 and say so beyond. */
const mostCounted = 100;

function ViewLink({
  view,
  search,
  icon: Icon,
  label,
  count,
  isStrong = false,
  hue,
}: {
  view: TicketView;
  search: Record<string, unknown>;
  icon: ComponentType<{ size?: number; stroke?: number }>;
  label: string;
  count?: number | undefined;
  isStrong?: boolean;
  /** Of a store, as its mark in the rows has it. */
  hue?: number;
}) {
  const { i18n } = useTranslation();
  const params = useParams({ strict: false });
  const now = useSearch({ strict: false });
  const isActive =
    params.view === view &&
    Object.keys({ ...now, ...search }).every((k) => now[k as 'tag'] === search[k] || k === 'sort');
  return (
    <Link
      to="/inbox/$view/{-$ticketId}"
      params={{ view, ticketId: undefined }}
      search={search}
      className={styles.link}
      data-active={isActive || undefined}
      data-strong={isStrong || undefined}
      aria-current={isActive ? 'page' : undefined}
    >
      <span className={hue === undefined ? styles.icon : styles.storeIcon} style={{ ['--hue' as string]: hue }}>
        <Icon size={17} stroke={1.6} />
      </span>
      <span className={styles.label}>
        <bdi>{label}</bdi>
      </span>
      {count ? (
        <span className={styles.count}>
          {number(Math.min(count, mostCounted), i18n.language)}
          {count >= mostCounted ? '+' : ''}
        </span>
      ) : null}
    </Link>
  );
}
