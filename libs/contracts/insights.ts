import type { ErrorTable } from './error-table.ts';

export const insightsErrors = {} satisfies ErrorTable;
