import { Menu } from '@mantine/core';
import {
  IconAlarmSnooze,
  IconArrowLeft,
  IconBan,
  IconCheck,
  IconDots,
  IconFlag,
  IconGitMerge,
  IconLayoutSidebarRight,
  IconUserQuestion,
  IconUsersGroup,
} from '@tabler/icons-react';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketPresence } from '../../../../libs/contracts/realtime.ts';
import type { TicketDetail } from '../../../../libs/contracts/tickets.ts';
import { Avatar } from '../../components/avatar.tsx';
import { DeadlineChip, urgencyOf } from '../../components/deadline-chip.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { Picker } from '../../components/picker.tsx';
import { moment } from '../../lib/format.ts';
import { useMay, usePeople, useTeams } from '../../lib/session.ts';
import { useNow } from '../../lib/use-now.ts';
import {
  StatusMark,
  ticketDialog,
  useAssigneeOptions,
  usePriorityOptions,
  useStatusOptions,
  useTagOptions,
  useTeamOptions,
  useTicketActions,
} from '../tickets/index.ts';
import { PresenceLine } from './presence-line.tsx';
import styles from './ticket-head.module.css';
import { WhyHere } from './why-here.tsx';

/** Subject; then status, assignee, team, deadline and tags on one line; why it is here; who else is. */
export function TicketHead({
  detail,
  people,
  heading,
  onBack,
  onDone,
  isContextOpen,
  onContext,
}: {
  detail: TicketDetail;
  people: TicketPresence['people'];
  heading: Ref<HTMLHeadingElement>;
  onBack: () => void;
  onDone: () => void;
  isContextOpen: boolean;
  onContext: () => void;
}) {
  const { t } = useTranslation(['conversation', 'inbox']);
  const { ticket } = detail;
  const mayWrite = useMay('ticket.write');
  const ids = [ticket.id];
  return (
    <header className={styles.head}>
      <div className={styles.top}>
        <IconButton
          icon={IconArrowLeft}
          label={t('inbox:keys.back')}
          keys="Escape"
          isMirrored
          className={styles.back}
          onClick={onBack}
        />
        <h1
          className={styles.subject}
          tabIndex={-1}
          data-ticket-heading
          ref={heading}
          dir="auto"
          title={ticket.subject}
        >
          {ticket.subject || t('inbox:row.noSubject')}
        </h1>
        <bdi className={styles.number}>#{ticket.number}</bdi>
        <PresenceLine people={people} />
        {mayWrite && (
          <>
            <IconButton
              icon={IconAlarmSnooze}
              label={t('inbox:dialog.snooze')}
              keys="h"
              className={styles.wideOnly}
              onClick={() => ticketDialog.set({ kind: 'snooze', ids })}
            />
            <IconButton icon={IconCheck} label={t('inbox:keys.done')} keys="e" onClick={onDone} />
            <MoreMenu detail={detail} />
          </>
        )}
        <IconButton
          icon={IconLayoutSidebarRight}
          label={t('head.context')}
          keys="i"
          isActive={isContextOpen}
          isMirrored
          onClick={onContext}
        />
      </div>
      <Settings detail={detail} isDisabled={!mayWrite} />
      <WhyHere detail={detail} />
    </header>
  );
}

function Settings({ detail, isDisabled }: { detail: TicketDetail; isDisabled: boolean }) {
  const { t, i18n } = useTranslation(['inbox', 'conversation']);
  const { ticket } = detail;
  const actions = useTicketActions();
  const person = usePeople().person(ticket.assigneeId);
  const team = useTeams().team(ticket.teamId);
  const ids = [ticket.id];
  const assignees = useAssigneeOptions(ticket.language);
  const teams = useTeamOptions();
  const statuses = useStatusOptions();
  const priorities = usePriorityOptions();
  const tags = useTagOptions();
  const common = { isDisabled };
  return (
    <div className={styles.settings}>
      <Picker
        {...common}
        label={t('dialog.status')}
        options={statuses}
        selected={[ticket.status]}
        onChoose={(v) => void actions.status(ids, v)}
      >
        <StatusMark status={ticket.status} />
        {t(`status.${ticket.status}`)}
      </Picker>
      <Picker
        {...common}
        label={t('dialog.assign')}
        options={assignees}
        selected={[ticket.assigneeId]}
        onChoose={(v) => void actions.assign(ids, v)}
      >
        {person ? (
          <Avatar name={person.name} color={person.avatarColor} size={18} />
        ) : (
          <IconUserQuestion size={16} stroke={1.6} aria-hidden />
        )}
        <bdi className={styles.value}>{person?.name ?? t('assign.unassigned')}</bdi>
      </Picker>
      <Picker
        {...common}
        label={t('dialog.team')}
        options={teams}
        selected={[ticket.teamId]}
        onChoose={(v) => void actions.team(ids, v)}
      >
        <IconUsersGroup size={16} stroke={1.6} aria-hidden />
        <bdi className={styles.value}>{team?.name ?? t('assign.noTeam')}</bdi>
      </Picker>
      {ticket.priority !== 'normal' && (
        <Picker
          {...common}
          label={t('dialog.priority')}
          options={priorities}
          selected={[ticket.priority]}
          onChoose={(v) => void actions.priority(ids, v)}
        >
          <IconFlag size={16} stroke={1.6} aria-hidden />
          {t(`priority.${ticket.priority}`)}
        </Picker>
      )}
      {ticket.nextDeadlineAt && <HeadDeadline at={ticket.nextDeadlineAt} kind={ticket.nextDeadlineKind} />}
      {ticket.snoozedUntil && new Date(ticket.snoozedUntil).getTime() > Date.now() && (
        <span className={styles.quiet}>
          {t('conversation:head.snoozed', { time: moment(ticket.snoozedUntil, i18n.language) })}
        </span>
      )}
      <Picker
        {...common}
        label={t('dialog.tags')}
        options={tags}
        selected={ticket.tags}
        isMany
        onChoose={(tag) => void actions.tags(ids, tag)}
        onCreate={(tag) => void actions.tags(ids, tag)}
      >
        {ticket.tags.length === 0 ? (
          <span className={styles.quiet}>{t('conversation:head.addTag')}</span>
        ) : (
          ticket.tags.slice(0, 3).map((tag) => (
            <bdi key={tag} className={styles.tag}>
              {tag}
            </bdi>
          ))
        )}
        {ticket.tags.length > 3 && <bdi>+{ticket.tags.length - 3}</bdi>}
      </Picker>
    </div>
  );
}

/** In words when it presses; short while there is time. */
function HeadDeadline({ at, kind }: { at: string; kind: string | null }) {
  return <DeadlineChip at={at} kind={kind} isShort={urgencyOf(at, useNow()) === 'later'} />;
}

function MoreMenu({ detail }: { detail: TicketDetail }) {
  const { t } = useTranslation(['inbox', 'conversation']);
  const { ticket } = detail;
  const actions = useTicketActions();
  const ids = [ticket.id];
  return (
    <Menu position="bottom-end" keepMounted={false}>
      <Menu.Target>
        <IconButton icon={IconDots} label={t('conversation:head.more')} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconAlarmSnooze size={16} stroke={1.6} />}
          onClick={() => ticketDialog.set({ kind: 'snooze', ids })}
        >
          {t('dialog.snooze')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconFlag size={16} stroke={1.6} />}
          onClick={() => ticketDialog.set({ kind: 'priority', ids })}
        >
          {t('dialog.priority')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconGitMerge size={16} stroke={1.6} />}
          onClick={() => ticketDialog.set({ kind: 'merge', ids })}
        >
          {t('dialog.merge')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconBan size={16} stroke={1.6} />}
          onClick={() => void actions.spam(ids, !ticket.isSpam)}
        >
          {t(ticket.isSpam ? 'conversation:head.notSpam' : 'conversation:head.spam')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
