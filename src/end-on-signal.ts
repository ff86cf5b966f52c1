/**
 * Ends the process in order when it is asked to (SIGTERM, Ctrl-C): what is under way is finished, then status 0.
 * A second signal ends it at once.
 */
export function endOnSignal(close: () => Promise<void>): void {
  const end = () => {
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, end);
}
