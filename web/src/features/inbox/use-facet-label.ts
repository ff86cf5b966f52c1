import { useTranslation } from 'react-i18next';
import type { RegionCode } from '../../../../libs/contracts/scalars.ts';
import type { TicketStatus } from '../../../../libs/contracts/tickets.ts';
import { countryName, languageName } from '../../lib/format.ts';
import { usePeople, useStores, useTeams } from '../../lib/session.ts';
import type { Facet } from './inbox-search.ts';

/** What a part of a filter is called: `français`, `Marie Dubois`, `Waiting for the buyer`. */
export function useFacetLabel(): (facet: Facet, value: string) => string {
  const { t, i18n } = useTranslation('inbox');
  const { person } = usePeople();
  const { team } = useTeams();
  const { store } = useStores();
  return (facet, value) => {
    switch (facet) {
      case 'language':
        return languageName(value, i18n.language);
      case 'country':
        return countryName(value, i18n.language);
      case 'region':
        return t(`region.${value as RegionCode}`);
      case 'storeId':
        return store(value)?.name ?? value;
      case 'teamId':
        return team(value)?.name ?? value;
      case 'assigneeId':
        return person(value)?.name ?? value;
      case 'status':
        return t(`status.${value as TicketStatus}`);
      case 'tag':
        return value;
    }
  };
}
