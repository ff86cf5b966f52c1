import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import {
  getSession,
  listPeople,
  listTeams,
  type Me,
  type Person,
  type Team,
} from '../../../libs/contracts/identity.ts';
import type { Permission } from '../../../libs/contracts/permissions.ts';
import { listStores, type Store } from '../../../libs/contracts/stores.ts';
import { reading } from './query.ts';

/** Asked once; a socket event or an own change renews it. */
export const sessionQuery = { ...reading(getSession), staleTime: Number.POSITIVE_INFINITY };

/** The person at the screen. Only below the signed-in shell. */
export const useMe = (): Me => useSuspenseQuery(sessionQuery).data;

/** Whether the person at the screen may do something. */
export const useMay = (permission: Permission): boolean => useMe().permissions.includes(permission);

const setupStaleTime = 5 * 60_000;
const none: never[] = [];

export function usePeople(): { people: Person[]; person: (id: string | null | undefined) => Person | undefined } {
  const people = useQuery({ ...reading(listPeople), staleTime: setupStaleTime }).data?.items ?? none;
  return { people, person: (id) => people.find((p) => p.id === id) };
}

export function useTeams(): { teams: Team[]; team: (id: string | null | undefined) => Team | undefined } {
  const teams = useQuery({ ...reading(listTeams), staleTime: setupStaleTime }).data?.items ?? none;
  return { teams, team: (id) => teams.find((t) => t.id === id) };
}

export function useStores(): { stores: Store[]; store: (id: string | null | undefined) => Store | undefined } {
  const may = useMay('store.read');
  const query = useQuery({ ...reading(listStores), staleTime: setupStaleTime, enabled: may });
  const stores = query.data?.items ?? none;
  return { stores, store: (id) => stores.find((s) => s.id === id) };
}
