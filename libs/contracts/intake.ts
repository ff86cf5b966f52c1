import type { ErrorTable } from './error-table.ts';

export const intakeErrors = {} satisfies ErrorTable;
