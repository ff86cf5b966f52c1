import type { ErrorTable } from './error-table.ts';

export const contactsErrors = {} satisfies ErrorTable;
