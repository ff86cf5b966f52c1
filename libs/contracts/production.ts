import type { ErrorTable } from './error-table.ts';

export const productionErrors = {} satisfies ErrorTable;
