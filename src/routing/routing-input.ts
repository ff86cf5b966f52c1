/** The columns of a ticket that routing decides by, named as in RoutingInput. */
export const inputColumns = `id AS "ticketId", language, coalesce(language_confidence, 0) AS "languageConfidence", country, region,
  store_id AS "storeId", channel_id AS "channelId", intent, tags, subject`;
