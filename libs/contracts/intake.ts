import type { ErrorTable } from './error-table.ts';

export const intakeErrors = {} satisfies ErrorTable;

/** What a message is about, as far as words tell. */
export const intents = ['special_wish', 'after_sales', 'order_status', 'question', 'offer'] as const;
export type Intent = (typeof intents)[number];
