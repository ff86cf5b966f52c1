import type { ErrorTable } from './error-table.ts';

export const searchErrors = {} satisfies ErrorTable;
