import { v7 } from 'uuid';

/** UUID v7 (RFC 9562): ordered by time, so that new rows land side by side in an index. */
export const newId = (): string => v7();
