import { type Me, may, type Person, permissions, type User } from '../../libs/contracts/index.ts';
import { nearestLanguage } from '../../libs/i18n/index.ts';
import type { UserEntity } from './user.entity.ts';

export const presentMe = (u: UserEntity, teamIds: string[]): Me => ({
  id: u.id,
  email: u.email,
  name: u.name,
  role: u.role,
  permissions: permissions.filter((p) => may(u.role, p)),
  interfaceLanguage: nearestLanguage(u.interfaceLanguage),
  timeZone: u.timeZone,
  avatarColor: u.avatarColor,
  presence: u.presence,
  teamIds,
  languages: u.languages,
  preferences: u.preferences,
  hasSecondFactor: u.totpSecret !== null,
});

export const presentPerson = (u: UserEntity, teamIds: string[]): Person => ({
  id: u.id,
  name: u.name,
  role: u.role,
  avatarColor: u.avatarColor,
  presence: u.presence,
  isActive: u.isActive,
  languages: u.languages,
  teamIds,
});

export const presentUser = (u: UserEntity, teamIds: string[], openTickets: number): User => ({
  ...presentPerson(u, teamIds),
  email: u.email,
  interfaceLanguage: nearestLanguage(u.interfaceLanguage),
  timeZone: u.timeZone,
  regions: u.regions as User['regions'],
  skills: u.skills,
  capacity: u.capacity,
  openTickets,
  workingHours: u.workingHours,
  hasSecondFactor: u.totpSecret !== null,
  createdAt: u.createdAt.toISOString(),
});
