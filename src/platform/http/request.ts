/** What our middleware adds to a request. */
export interface KnownRequest {
  requestId?: string;
  /** Interface language of the signed-in person. */
  language?: string;
}
