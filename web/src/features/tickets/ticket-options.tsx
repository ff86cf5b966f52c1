import { IconAlertTriangle, IconArrowDown, IconArrowUp, IconClock, IconMinus, IconUserOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listTags, type TicketRow, ticketPriority, ticketStatuses } from '../../../../libs/contracts/tickets.ts';
import { Avatar } from '../../components/avatar.tsx';
import { LanguageTag } from '../../components/language-tag.tsx';
import type { PickerOption } from '../../components/picker-list.tsx';
import { languageName, moment } from '../../lib/format.ts';
import { commonLanguages } from '../../lib/language-codes.ts';
import { reading } from '../../lib/query.ts';
import { useMe, usePeople, useTeams } from '../../lib/session.ts';
import { snoozeTimes } from './snooze-times.ts';
import { StatusMark } from './status-mark.tsx';

/** Stands for 'nobody' and 'no team', because an option needs a value. */
export const nobody = 'nobody';

/** Colleagues who can work on tickets: oneself first, then whoever speaks the buyer's language, then whoever is there. */
export function useAssigneeOptions(language: string | null): PickerOption[] {
  const { t } = useTranslation('inbox');
  const me = useMe();
  const { people } = usePeople();
  const primary = language?.split('-')[0];
  const speaks = (id: string) =>
    people.find((p) => p.id === id)?.languages.some((l) => l.language.split('-')[0] === primary);
  const rank = (id: string, presence: string) =>
    (id === me.id ? 8 : 0) + (speaks(id) ? 4 : 0) + (presence === 'online' ? 2 : presence === 'away' ? 1 : 0);
  const colleagues = people
    .filter((p) => p.isActive && p.role !== 'production')
    .sort((a, b) => rank(b.id, b.presence) - rank(a.id, a.presence) || a.name.localeCompare(b.name));
  return [
    ...colleagues.map((p) => ({
      value: p.id,
      label: p.id === me.id ? t('assign.me', { name: p.name }) : p.name,
      icon: <Avatar name={p.name} color={p.avatarColor} presence={p.presence} />,
      keywords: p.languages.map((l) => l.language).join(' '),
      detail: p.languages.slice(0, 3).map((l) => <LanguageTag key={l.language} language={l.language} />),
    })),
    { value: nobody, label: t('assign.nobody'), icon: <IconUserOff size={18} stroke={1.6} aria-hidden /> },
  ];
}

export function useTeamOptions(): PickerOption[] {
  const { t } = useTranslation('inbox');
  const { teams } = useTeams();
  return [
    ...teams.map((team) => ({
      value: team.id,
      label: team.name,
      detail: team.languages.slice(0, 4).map((l) => <LanguageTag key={l} language={l} />),
    })),
    { value: nobody, label: t('assign.noTeam') },
  ];
}

export function useStatusOptions(): PickerOption[] {
  const { t } = useTranslation('inbox');
  return ticketStatuses.map((status) => ({
    value: status,
    label: t(`status.${status}`),
    icon: <StatusMark status={status} />,
  }));
}

const priorityIcons = { low: IconArrowDown, normal: IconMinus, high: IconArrowUp, urgent: IconAlertTriangle };
export function usePriorityOptions(): PickerOption[] {
  const { t } = useTranslation('inbox');
  return [...ticketPriority.options].reverse().map((priority) => {
    const Icon = priorityIcons[priority];
    return { value: priority, label: t(`priority.${priority}`), icon: <Icon size={16} stroke={1.7} aria-hidden /> };
  });
}

export function useSnoozeOptions(row: Pick<TicketRow, 'snoozedUntil'> | undefined): PickerOption[] {
  const { t, i18n } = useTranslation('inbox');
  const times = snoozeTimes(new Date()).map(({ id, at }) => ({
    value: at.toISOString(),
    label: t(`snooze.${id}`),
    icon: <IconClock size={16} stroke={1.6} aria-hidden />,
    detail: moment(at.toISOString(), i18n.language),
  }));
  return row?.snoozedUntil ? [...times, { value: nobody, label: t('snooze.wake') }] : times;
}

export function useTagOptions(): PickerOption[] {
  const tags = useQuery(reading(listTags)).data?.items ?? [];
  return tags.map((tag) => ({ value: tag, label: tag }));
}

/** Languages that buyers write in, by name in the interface language; the ones given first. */
export function useLanguageOptions(first: readonly string[] = []): PickerOption[] {
  const { i18n } = useTranslation();
  const rest = commonLanguages
    .filter((l) => !first.includes(l))
    .sort((a, b) => languageName(a, i18n.language).localeCompare(languageName(b, i18n.language), i18n.language));
  return [...new Set(first), ...rest].map((tag) => ({
    value: tag,
    label: languageName(tag, i18n.language),
    keywords: `${tag} ${languageName(tag, tag)} ${languageName(tag, 'en')}`,
    detail: <bdi lang={tag}>{languageName(tag, tag)}</bdi>,
  }));
}
