import {
  IconAlarmSnooze,
  IconBan,
  IconCheck,
  IconChecks,
  IconCircleHalf2,
  IconFlag,
  IconGitMerge,
  IconLanguage,
  IconMail,
  IconTag,
  IconUser,
  IconUserPlus,
  IconUsersGroup,
} from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { countTickets, markRead, type TicketRow } from '../../../../libs/contracts/tickets.ts';
import { call } from '../../lib/call.ts';
import type { Command } from '../../lib/commands.ts';
import { keyOf } from '../../lib/query.ts';
import { useMay, useMe } from '../../lib/session.ts';
import { useCommands } from '../../lib/use-commands.ts';
import { applyRows, knownRow, type TicketDialogKind, ticketDialog, type useTicketActions } from '../tickets/index.ts';
import { check, inboxState, moveCursor, toggleChecked, uncheckAll } from './inbox-state.ts';
import { focusRow, listHasFocus } from './list-focus.ts';

/**
 * Keys of the list. They mean what is ticked, else the row that has the focus, else the open ticket.
 * @returns finishes tickets and goes on to the next
 */
export function useListCommands({
  rows,
  openId,
  onOpen,
  prefetch,
  actions,
}: {
  rows: readonly TicketRow[];
  openId: string | undefined;
  onOpen: (id: string | undefined) => void;
  prefetch: (id: string | undefined) => void;
  actions: ReturnType<typeof useTicketActions>;
}): (ids: readonly string[]) => void {
  const { t } = useTranslation('inbox');
  const client = useQueryClient();
  const me = useMe();
  const mayWrite = useMay('ticket.write');

  const targets = (): string[] => {
    const { checked, cursor } = inboxState.get();
    if (checked.size > 0) return [...checked];
    const one = listHasFocus() ? cursor : (openId ?? cursor);
    return one ? [one] : [];
  };
  const indexOf = (id: string | null | undefined) => rows.findIndex((r) => r.id === id);
  const step = (by: 1 | -1) => {
    const from = indexOf(inboxState.get().cursor ?? openId);
    const row = rows[from < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, from + by))];
    if (!row) return;
    moveCursor(row.id);
    focusRow(row.id);
    prefetch(row.id);
  };
  const openBeside = (by: 1 | -1) => {
    const next = rows[indexOf(openId ?? inboxState.get().cursor) + by];
    if (next) onOpen(next.id);
  };
  /** Whoever is done goes on to the row after it, or before it at the end. */
  const leave = (ids: readonly string[]) => {
    const gone = new Set(ids);
    const from = Math.max(...ids.map(indexOf));
    const next =
      rows.slice(from + 1).find((r) => !gone.has(r.id)) ??
      rows.slice(0, Math.max(0, from)).findLast((r) => !gone.has(r.id));
    if (openId && gone.has(openId)) onOpen(next?.id);
    else if (next && (listHasFocus() || !openId)) focusRow(next.id);
    moveCursor(next?.id ?? null);
    uncheckAll();
  };
  const finish = (ids: readonly string[]) => {
    if (ids.length === 0) return;
    leave(ids);
    void actions.done(ids);
  };
  const ask = (kind: TicketDialogKind) => () => {
    const ids = targets();
    if (ids.length > 0) ticketDialog.set({ kind, ids });
  };
  const setRead = (isRead: boolean) => {
    for (const id of targets()) {
      const row = knownRow(client, id);
      if (row) applyRows(client, [{ ...row, isUnread: !isRead }]);
      void call(markRead, { params: { id }, body: { isRead } }).then(
        () => client.invalidateQueries({ queryKey: keyOf(countTickets) }),
        () => undefined,
      );
    }
    uncheckAll();
  };
  const asking: [TicketDialogKind, string[], Command['icon']][] = [
    ['assign', ['a'], IconUserPlus],
    ['snooze', ['h'], IconAlarmSnooze],
    ['tags', ['l'], IconTag],
    ['priority', ['p'], IconFlag],
    ['team', ['shift+t'], IconUsersGroup],
    ['status', ['shift+s'], IconCircleHalf2],
    ['language', ['shift+l'], IconLanguage],
    ['merge', ['shift+m'], IconGitMerge],
  ];
  const commands: Command[] = [
    {
      id: 'list.next',
      title: t('keys.next'),
      group: 'move',
      keys: ['j', 'ArrowDown'],
      isKeyOnly: true,
      run: () => step(1),
    },
    {
      id: 'list.previous',
      title: t('keys.previous'),
      group: 'move',
      keys: ['k', 'ArrowUp'],
      isKeyOnly: true,
      run: () => step(-1),
    },
    {
      id: 'list.open',
      title: t('keys.open'),
      group: 'move',
      keys: ['Enter', 'o'],
      isKeyOnly: true,
      run: () => onOpen(inboxState.get().cursor ?? rows[0]?.id),
    },
    {
      id: 'ticket.next',
      title: t('keys.openNext'),
      group: 'move',
      keys: [']'],
      isKeyOnly: true,
      run: () => openBeside(1),
    },
    {
      id: 'ticket.previous',
      title: t('keys.openPrevious'),
      group: 'move',
      keys: ['['],
      isKeyOnly: true,
      run: () => openBeside(-1),
    },
    {
      id: 'list.check',
      title: t('keys.check'),
      group: 'move',
      keys: ['x'],
      isKeyOnly: true,
      run: () => {
        const { cursor } = inboxState.get();
        if (cursor) toggleChecked(cursor);
      },
    },
    {
      id: 'list.checkAll',
      title: t('keys.checkAll'),
      group: 'move',
      keys: ['shift+x'],
      icon: IconChecks,
      run: () => check(rows.map((r) => r.id).slice(0, 500)),
    },
    {
      id: 'list.back',
      title: t('keys.back'),
      group: 'move',
      keys: ['Escape'],
      isKeyOnly: true,
      run: () => {
        if (inboxState.get().checked.size > 0) return uncheckAll();
        if (!openId) return;
        onOpen(undefined);
        focusRow(openId);
      },
    },
    {
      id: 'ticket.done',
      title: t('keys.done'),
      group: 'ticket',
      keys: ['e'],
      icon: IconCheck,
      isEnabled: mayWrite,
      run: () => finish(targets()),
    },
    ...asking.map(
      ([kind, keys, icon]): Command => ({
        id: `ticket.${kind}`,
        title: t(`dialog.${kind}`),
        group: 'ticket',
        keys,
        icon,
        isEnabled: mayWrite,
        run: ask(kind),
      }),
    ),
    // By other parts of the page: whoever sends and is done goes on as with `e`.
    {
      id: 'ticket.leave',
      title: t('keys.openNext'),
      group: 'move',
      isKeyOnly: true,
      run: () => openId && leave([openId]),
    },
    {
      id: 'ticket.mine',
      title: t('keys.assignMe'),
      group: 'ticket',
      keys: ['shift+a'],
      icon: IconUser,
      isEnabled: mayWrite,
      run: () => {
        const ids = targets();
        if (ids.length > 0) void actions.assign(ids, me.id);
      },
    },
    {
      id: 'ticket.unread',
      title: t('keys.unread'),
      group: 'ticket',
      keys: ['u'],
      icon: IconMail,
      run: () => setRead(false),
    },
    {
      id: 'ticket.spam',
      title: t('keys.spam'),
      group: 'ticket',
      keys: ['!'],
      icon: IconBan,
      isEnabled: mayWrite,
      run: () => {
        const ids = targets();
        const isSpam = ids.some((id) => knownRow(client, id)?.isSpam === false);
        leave(ids);
        void actions.spam(ids, isSpam);
      },
    },
  ];
  useCommands(commands);
  return finish;
}
