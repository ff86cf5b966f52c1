import type { ErrorTable } from './error-table.ts';

export const deliveryErrors = {} satisfies ErrorTable;
