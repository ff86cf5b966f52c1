import { z } from 'zod';
import { storage } from '../../lib/storage.ts';

export const boardViews = ['columns', 'list', 'calendar'] as const;
export type BoardView = (typeof boardViews)[number];

export const sortKeys = ['number', 'title', 'size', 'pieces', 'state', 'due', 'promised', 'store', 'updated'] as const;
export type SortKey = (typeof sortKeys)[number];

/** What the address says of the board; what cannot be read is left out. */
export const boardSearch = z.object({
  view: z.enum(boardViews).optional().catch(undefined),
  by: z.enum(sortKeys).optional().catch(undefined),
  desc: z.boolean().optional().catch(undefined),
  span: z.enum(['month', 'week']).optional().catch(undefined),
  /** A day of the month or week that is shown. */
  at: z.iso.date().optional().catch(undefined),
});
export type BoardSearch = z.output<typeof boardSearch>;

const key = 'board.view';

/** The view of the address, else the one last used on this device. */
export function viewOf(search: BoardSearch): BoardView {
  const known = boardSearch.shape.view.safeParse(search.view ?? storage.read<string>(key));
  return known.data ?? 'columns';
}
export const rememberView = (view: BoardView): void => storage.write(key, view);
