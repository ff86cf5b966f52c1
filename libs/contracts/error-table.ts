/** Error code → HTTP status. The text of `ticket.notFound` is `notFound` in libs/i18n/locales/<lang>/errors-ticket.json. */
export type ErrorTable = Record<`${string}.${string}`, number>;
