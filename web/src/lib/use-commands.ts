import { useEffect, useRef } from 'react';
import { type Command, type CommandBook, commandBook } from './commands.ts';

/** Offers commands while the component is there; the newest list given counts. */
export function useCommands(commands: readonly Command[]): void {
  const handle = useRef<ReturnType<CommandBook['register']> | null>(null);
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
    handle.current?.replace(commands);
  });
  useEffect(() => {
    const registered = commandBook.register(latest.current);
    handle.current = registered;
    return () => registered.remove();
  }, []);
}

/** Listens to the keyboard of the whole page; once, in the shell. */
export function useKeyboard(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      commandBook.press(event);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
