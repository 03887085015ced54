/** Whoever ends an exchange that others join: the adapter that observes the request. */
export interface ExchangeOwner {
  /** Ends the exchange with all that the response tells. Never throws. */
  settle(): void;
}
