import { useTranslation } from 'react-i18next';
import type { TicketEvent, TicketPriority, TicketStatus } from '../../../../libs/contracts/tickets.ts';
import { countryName, isolate, languageName, moment } from '../../lib/format.ts';
import { usePeople, useStores, useTeams } from '../../lib/session.ts';

type Values = Record<string, unknown>;
const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter((v) => typeof v === 'string') : []);

/** Events that speak of a specification: their sentence names its number. */
const ofSpecification = [
  'specificationStarted',
  'handedOff',
  'specificationCancelled',
  'productionMoved',
  'productionAsked',
  'questionAnswered',
  'approvalAsked',
  'buyerApproved',
  'buyerAskedForChange',
  'buyerAsked',
  'buyerAnswered',
  'changeNoticed',
  'changeDismissed',
] as const;

/** An event as sentences in the person's language; one for each thing that changed, none for what is unknown. */
export function useEventSentences(): (event: TicketEvent) => string[] {
  const { t, i18n } = useTranslation(['conversation', 'inbox']);
  const { person } = usePeople();
  const { team } = useTeams();
  const { store } = useStores();
  const language = i18n.language;

  const changed = (by: string, before: Values, after: Values): string[] =>
    Object.keys(after).flatMap((field): string[] => {
      const value = text(after[field]);
      switch (field) {
        case 'assigneeId':
          return [
            value
              ? t('event.assigned', { by, to: isolate(person(value)?.name ?? '?') })
              : t('event.unassigned', { by }),
          ];
        case 'teamId':
          return [value ? t('event.team', { by, team: isolate(team(value)?.name ?? '?') }) : t('event.noTeam', { by })];
        case 'status':
          return value ? [t('event.status', { by, status: t(`inbox:status.${value as TicketStatus}`) })] : [];
        case 'priority':
          return value ? [t('event.priority', { by, priority: t(`inbox:priority.${value as TicketPriority}`) })] : [];
        case 'snoozedUntil':
          return [
            value ? t('event.snoozed', { by, time: isolate(moment(value, language)) }) : t('event.awake', { by }),
          ];
        case 'tags': {
          const [old, now] = [texts(before['tags']), texts(after['tags'])];
          return [
            ...now.filter((tag) => !old.includes(tag)).map((tag) => t('event.tagged', { by, tag: isolate(tag) })),
            ...old.filter((tag) => !now.includes(tag)).map((tag) => t('event.untagged', { by, tag: isolate(tag) })),
          ];
        }
        case 'language':
          return value ? [t('event.language', { by, language: languageName(value, language) })] : [];
        case 'country':
          return value ? [t('event.country', { by, country: countryName(value, language) })] : [];
        case 'subject':
          return value ? [t('event.subject', { by, subject: isolate(value) })] : [];
        case 'storeId':
          return value ? [t('event.store', { by, store: isolate(store(value)?.name ?? '?') })] : [];
        case 'orderId':
          return value ? [t('event.order', { by, order: isolate(value) })] : [];
        case 'isSpam':
          return [t(after['isSpam'] ? 'event.spam' : 'event.notSpam', { by })];
        case 'isSpecialWish':
          return [t(after['isSpecialWish'] ? 'event.wish' : 'event.notWish', { by })];
        default:
          return [];
      }
    });

  return ({ type, userId, data }) => {
    const by = isolate(person(userId)?.name ?? t('event.system'));
    const values = data as Values;
    const number = isolate(`#${String(values['number'] ?? '')}`);
    switch (type) {
      case 'changed':
        return changed(by, (values['before'] ?? {}) as Values, (values['after'] ?? {}) as Values);
      case 'status':
        return [t('event.status', { by, status: t(`inbox:status.${String(values['to']) as TicketStatus}`) })];
      case 'routed': {
        const to = person(text(values['assigneeId']))?.name ?? team(text(values['teamId']))?.name;
        return [to ? t('event.routed', { to: isolate(to) }) : t('event.routedNowhere')];
      }
      case 'mergedFrom':
        return [t('event.mergedFrom', { by, number })];
      case 'mergedInto':
        return [t('event.mergedInto', { by, number })];
      case 'splitInto':
        return [t('event.splitInto', { by })];
      case 'splitFrom':
        return [t('event.splitFrom', { by })];
      case 'reopened':
        return [t('event.reopened')];
      case 'followUp':
        return [t('event.followUp')];
      default: {
        const known = ofSpecification.find((name) => name === type);
        return known ? [t(`event.${known}`, { by, number })] : [];
      }
    }
  };
}
