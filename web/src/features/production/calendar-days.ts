import { addDays, mondayOf } from '../../../../libs/business-time/iso-week.ts';
import type { BoardCard } from '../../../../libs/contracts/board.ts';
import { dayOf } from './board-day.ts';

export type Span = 'month' | 'week';

/** Mondays of the weeks that a month or a week is shown with. */
export function mondaysOf(at: string, span: Span): string[] {
  if (span === 'week') return [mondayOf(at)];
  const mondays: string[] = [];
  for (let day = mondayOf(`${at.slice(0, 7)}-01`); day.slice(0, 7) <= at.slice(0, 7); day = addDays(day, 7))
    mondays.push(day);
  return mondays;
}

/** A day of the span before or after. */
export function stepFrom(at: string, span: Span, by: 1 | -1): string {
  if (span === 'week') return addDays(at, by * 7);
  const first = `${at.slice(0, 7)}-01`;
  return `${addDays(first, by > 0 ? 32 : -1).slice(0, 7)}-01`;
}

export function cardsByDay(cards: readonly BoardCard[]): ReadonlyMap<string, BoardCard[]> {
  const days = new Map<string, BoardCard[]>();
  for (const card of cards) {
    const day = dayOf(card);
    if (day) days.set(day, [...(days.get(day) ?? []), card]);
  }
  return days;
}
