import { IconCalendar, IconColumns3, IconList } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { dayIn } from '../../../../libs/business-time/iso-week.ts';
import { useMe } from '../../lib/session.ts';
import { useCommands } from '../../lib/use-commands.ts';
import { type BoardSearch, type BoardView, rememberView, type SortKey, viewOf } from './board-search.ts';

const icons = { columns: IconColumns3, list: IconList, calendar: IconCalendar };
const keys = { columns: 'v b', list: 'v l', calendar: 'v c' };

/** What the address says of the board, and the ways to change it; the view is remembered on this device. */
export function useBoardAddress() {
  const { t } = useTranslation('board');
  const navigate = useNavigate();
  const me = useMe();
  const search = useSearch({ strict: false }) as BoardSearch;
  const view = viewOf(search);
  const today = dayIn(new Date(), me.timeZone);
  // From what the address says by then: keys come faster than the page is drawn.
  const go = (to: Partial<BoardSearch>) =>
    void navigate({ to: '/production', search: (now: BoardSearch) => ({ ...now, view, ...to }), replace: true });
  const show = (next: BoardView, more: Partial<BoardSearch> = {}) => {
    rememberView(next);
    void navigate({ to: '/production', search: (now: BoardSearch) => ({ ...now, ...more, view: next }) });
  };
  useEffect(() => {
    if (search.view) rememberView(search.view);
  }, [search.view]);
  useCommands(
    (['columns', 'list', 'calendar'] as const).map((name) => ({
      id: `board.view.${name}`,
      title: t(`view.${name}`),
      group: 'go',
      keys: [keys[name]],
      icon: icons[name],
      run: () => show(name),
    })),
  );
  const sort = search.by ?? 'due';
  const desc = search.desc ?? false;
  /** The same column again turns the order round. */
  const sortBy = (by: SortKey) => go({ by, desc: by === sort ? !desc : by === 'updated' });
  return { view, sort, desc, at: search.at ?? today, span: search.span ?? ('month' as const), today, go, show, sortBy };
}
