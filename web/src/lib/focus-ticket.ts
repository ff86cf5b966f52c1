/** The focus goes to the open ticket's heading, where reading goes on; without an open ticket it stays. */
export function focusTicket(): void {
  document.querySelector<HTMLElement>('[data-ticket-heading]')?.focus({ preventScroll: true });
}
