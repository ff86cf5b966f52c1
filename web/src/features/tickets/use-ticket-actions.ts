import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { TicketPriority, TicketStatus } from '../../../../libs/contracts/tickets.ts';
import { isolate, languageName, moment } from '../../lib/format.ts';
import { useMe, usePeople, useTeams } from '../../lib/session.ts';
import { knownRow } from './ticket-cache.ts';
import { nobody } from './ticket-options.tsx';
import { type TicketChanges, useUpdateTickets } from './use-update-tickets.ts';

type Act = (ids: readonly string[], value: string) => Promise<boolean>;
type Kind = 'assign' | 'team' | 'status' | 'priority' | 'snooze' | 'tags' | 'language';

/** What can be set on one ticket or many, each with its sentence; values are those of the pickers. */
export function useTicketActions(): Record<Kind, Act> & {
  done(ids: readonly string[]): Promise<boolean>;
  spam(ids: readonly string[], isSpam: boolean): Promise<boolean>;
} {
  const client = useQueryClient();
  const update = useUpdateTickets();
  const { t, i18n } = useTranslation('inbox');
  const me = useMe();
  const { person } = usePeople();
  const { team } = useTeams();
  const set = (ids: readonly string[], changes: TicketChanges, text: string, count = ids.length) =>
    update(ids, changes, count > 1 ? t('done.many', { text, count }) : text);
  return {
    assign: (ids, id) => {
      if (id === nobody) return set(ids, { assigneeId: null }, t('done.unassigned'));
      const isMe = id === me.id;
      return set(
        ids,
        { assigneeId: id },
        isMe ? t('done.assignedMe') : t('done.assigned', { name: isolate(person(id)?.name ?? '') }),
      );
    },
    team: (ids, id) =>
      id === nobody
        ? set(ids, { teamId: null }, t('done.noTeam'))
        : set(ids, { teamId: id }, t('done.team', { name: isolate(team(id)?.name ?? '') })),
    status: (ids, value) => {
      const status = value as TicketStatus;
      return set(ids, { status }, t('done.status', { status: t(`status.${status}`) }));
    },
    priority: (ids, value) => {
      const priority = value as TicketPriority;
      return set(ids, { priority }, t('done.priority', { priority: t(`priority.${priority}`) }));
    },
    snooze: (ids, at) =>
      at === nobody
        ? set(ids, { snoozedUntil: null }, t('done.awake'))
        : set(ids, { snoozedUntil: at }, t('done.snoozed', { time: isolate(moment(at, i18n.language)) })),
    // Many tickets have different tags: each gets or loses this one by itself.
    tags: async (ids, tag) => {
      const sets = ids.map((id) => ({ id, tags: knownRow(client, id)?.tags ?? [] }));
      const isRemoval = sets.every(({ tags }) => tags.includes(tag));
      const text = t(isRemoval ? 'done.untagged' : 'done.tagged', { tag: isolate(tag) });
      const changed = await Promise.all(
        sets.map(({ id, tags }) => {
          const next = isRemoval ? tags.filter((own) => own !== tag) : [...new Set([...tags, tag])];
          return set([id], { tags: next }, text, ids.length);
        }),
      );
      return changed.every(Boolean);
    },
    language: (ids, language) =>
      set(ids, { language }, t('done.language', { language: languageName(language, i18n.language) })),
    done: (ids) => set(ids, { status: 'resolved' }, t('done.resolved')),
    spam: (ids, isSpam) => set(ids, { isSpam }, t(isSpam ? 'done.spam' : 'done.notSpam')),
  };
}
