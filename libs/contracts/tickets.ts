import type { ErrorTable } from './error-table.ts';

export const ticketsErrors = {} satisfies ErrorTable;
