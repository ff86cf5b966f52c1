import type { ErrorTable } from './error-table.ts';

export const deadlinesErrors = {} satisfies ErrorTable;
