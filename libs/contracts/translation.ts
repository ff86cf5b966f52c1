import type { ErrorTable } from './error-table.ts';

export const translationErrors = {} satisfies ErrorTable;
