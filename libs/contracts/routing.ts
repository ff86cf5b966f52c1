import type { ErrorTable } from './error-table.ts';

export const routingErrors = {} satisfies ErrorTable;
