import type { ErrorTable } from './error-table.ts';

export const adminErrors = {} satisfies ErrorTable;
