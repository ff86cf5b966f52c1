/** What the text field tells the list above it, because the focus stays in the text. */
export interface SuggestionKeys {
  move(by: 1 | -1): void;
  /** @returns whether there was something to choose */
  choose(): boolean;
}
