import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { TicketPriority, TicketStatus } from '../../../../libs/contracts/tickets.ts';
import { languageName, moment } from '../../lib/format.ts';
import { useMe, usePeople, useTeams } from '../../lib/session.ts';
import { knownRow } from './ticket-cache.ts';
import { nobody } from './ticket-options.tsx';
import { useUpdateTickets } from './use-update-tickets.ts';

type Act = (ids: readonly string[], value: string) => Promise<boolean>;

/** What can be set on one ticket or many, each with its sentence; values are those of the pickers. */
export function useTicketActions(): Record<
  'assign' | 'team' | 'status' | 'priority' | 'snooze' | 'tags' | 'language',
  Act
> & {
  done(ids: readonly string[]): Promise<boolean>;
  spam(ids: readonly string[], isSpam: boolean): Promise<boolean>;
} {
  const client = useQueryClient();
  const update = useUpdateTickets();
  const { t, i18n } = useTranslation('inbox');
  const me = useMe();
  const { person } = usePeople();
  const { team } = useTeams();
  const some = (ids: readonly string[]) => ({ count: ids.length });
  return {
    assign: (ids, id) =>
      id === nobody
        ? update(ids, { assigneeId: null }, t('done.unassigned', some(ids)))
        : update(
            ids,
            { assigneeId: id },
            id === me.id
              ? t('done.assignedMe', some(ids))
              : t('done.assigned', { ...some(ids), name: person(id)?.name }),
          ),
    team: (ids, id) =>
      id === nobody
        ? update(ids, { teamId: null }, t('done.noTeam', some(ids)))
        : update(ids, { teamId: id }, t('done.team', { ...some(ids), name: team(id)?.name })),
    status: (ids, status) =>
      update(
        ids,
        { status: status as TicketStatus },
        t('done.status', { ...some(ids), status: t(`status.${status as TicketStatus}`) }),
      ),
    priority: (ids, priority) =>
      update(
        ids,
        { priority: priority as TicketPriority },
        t('done.priority', { ...some(ids), priority: t(`priority.${priority as TicketPriority}`) }),
      ),
    snooze: (ids, at) =>
      at === nobody
        ? update(ids, { snoozedUntil: null }, t('done.awake', some(ids)))
        : update(ids, { snoozedUntil: at }, t('done.snoozed', { ...some(ids), time: moment(at, i18n.language) })),
    // Many tickets have different tags: each gets or loses this one by itself.
    tags: async (ids, tag) => {
      const sets = ids.map((id) => ({ id, tags: knownRow(client, id)?.tags ?? [] }));
      const isRemoval = sets.every(({ tags }) => tags.includes(tag));
      const said = t(isRemoval ? 'done.untagged' : 'done.tagged', { ...some(ids), tag });
      const changed = await Promise.all(
        sets.map(({ id, tags }) =>
          update([id], { tags: isRemoval ? tags.filter((own) => own !== tag) : [...new Set([...tags, tag])] }, said),
        ),
      );
      return changed.every(Boolean);
    },
    language: (ids, language) =>
      update(ids, { language }, t('done.language', { ...some(ids), language: languageName(language, i18n.language) })),
    done: (ids) => update(ids, { status: 'resolved' }, t('done.resolved', some(ids))),
    spam: (ids, isSpam) => update(ids, { isSpam }, t(isSpam ? 'done.spam' : 'done.notSpam', some(ids))),
  };
}
