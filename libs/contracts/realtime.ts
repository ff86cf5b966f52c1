import type { ErrorTable } from './error-table.ts';

export const realtimeErrors = {} satisfies ErrorTable;
