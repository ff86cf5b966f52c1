import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { listChannels } from '../../../../libs/contracts/channels.ts';
import { intents } from '../../../../libs/contracts/intake.ts';
import { listPacks } from '../../../../libs/contracts/production.ts';
import { regionCode } from '../../../../libs/contracts/scalars.ts';
import { ticketPriority } from '../../../../libs/contracts/tickets.ts';
import { languageName } from '../../lib/format.ts';
import { reading } from '../../lib/query.ts';
import { useMay, usePeople, useStores, useTeams } from '../../lib/session.ts';
import type { Field } from './sections.ts';

interface Choice {
  value: string;
  label: string;
}

/** What a field offers, by its name in the interface language. */
export function useChoices(field: Field<string>): Choice[] {
  const { t, i18n } = useTranslation(['settings', 'inbox', 'intake']);
  const { stores } = useStores();
  const { people } = usePeople();
  const { teams } = useTeams();
  const isOfChannels = useMay('channel.read') && field.kind === 'channels';
  const channels = useQuery({ ...reading(listChannels), enabled: isOfChannels }).data?.items ?? [];
  const packs = useQuery({ ...reading(listPacks), enabled: field.kind === 'pack' }).data?.items ?? [];
  const named = (items: readonly { id: string; name: string }[]) =>
    items.map(({ id, name }) => ({ value: id, label: name }));
  const colleagues = people.filter((p) => p.isActive && p.role !== 'production');
  switch (field.kind) {
    case 'store':
    case 'stores':
      return named(stores);
    case 'team':
      return named(teams);
    case 'person':
    case 'people':
      return named(colleagues);
    case 'channels':
      return named(channels);
    case 'pack':
      return named(packs);
    case 'regions':
      return regionCode.options.map((r) => ({ value: r, label: t(`inbox:region.${r}`) }));
    case 'priority':
    case 'priorities':
      return ticketPriority.options.map((p) => ({ value: p, label: t(`inbox:priority.${p}`) }));
    case 'intents':
      return intents.map((i) => ({ value: i, label: t(`intake:intent.${i}`) }));
    case 'choice':
      return (field.choices ?? []).map((value) => ({ value, label: labelOf(value) }));
    default:
      return [];
  }

  function labelOf(value: string): string {
    if (field.name === 'role') return t(`roles.${value as 'agent'}`);
    if (field.name === 'kind') return t(`kind.${value as 'imap'}`);
    return languageName(value, i18n.language === value ? i18n.language : value);
  }
}
