import type { ErrorTable } from './error-table.ts';

export const channelsErrors = {} satisfies ErrorTable;
