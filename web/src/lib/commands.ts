import type { ComponentType } from 'react';

/** In this order on the sheet of keys and in the palette. */
export const commandGroups = ['answer', 'ticket', 'specification', 'move', 'go', 'app'] as const;
export type CommandGroup = (typeof commandGroups)[number];

/** Anything a person can do by key or by name. Registered keys, the palette and the sheet all read this one list. */
export interface Command {
  id: string;
  /** In the person's language. */
  title: string;
  group: CommandGroup;
  /** Alternatives: `j`, `Enter`, `shift+j`, `mod+k` (Ctrl or ⌘), `g i` (one after the other). */
  keys?: readonly string[];
  icon?: ComponentType<{ size?: number; stroke?: number }>;
  /** More words to find it by. */
  keywords?: string;
  /** Only by key, not in the palette: moving about. */
  isKeyOnly?: boolean;
  /** Also while a text is being typed; chords with `mod` always are. */
  worksWhileTyping?: boolean;
  /** False keeps it out for now; its key is then free for others. */
  isEnabled?: boolean;
  run(): void;
}

interface Registration {
  commands: readonly Command[];
}

/** What can be done now. What was registered last comes first, so that an open part outranks the page around it. */
export class CommandBook {
  private registrations: Registration[] = [];
  /** The first key of a sequence, waiting for its second. */
  private pending: { key: string; until: number } | null = null;

  /** @returns a handle to replace the commands or take them back */
  register(commands: readonly Command[]): { replace(commands: readonly Command[]): void; remove(): void } {
    const registration: Registration = { commands };
    this.registrations = [registration, ...this.registrations];
    return {
      replace: (next) => {
        registration.commands = next;
      },
      remove: () => {
        this.registrations = this.registrations.filter((r) => r !== registration);
      },
    };
  }

  /** Every command that works now, each id once. */
  all(): Command[] {
    const seen = new Set<string>();
    return this.registrations
      .flatMap((r) => r.commands)
      .filter((c) => c.isEnabled !== false && !seen.has(c.id) && Boolean(seen.add(c.id)));
  }

  /** Runs the command of a key press. @returns whether there was one */
  press(event: KeyboardEvent): boolean {
    if (event.isComposing || event.keyCode === 229 || event.defaultPrevented) return false;
    const spellings = spellingsOf(event);
    const isChord = event.ctrlKey || event.metaKey || event.altKey;
    const first = this.pending && this.pending.until > event.timeStamp && !isChord ? this.pending.key : null;
    this.pending = null;
    const isTyping = isTextField(event.target);
    const commands = this.all().filter((c) => c.keys?.length && (isChord || !isTyping || c.worksWhileTyping));
    if (!isChord && isInsideOverlay(event.target)) return false;

    for (const spelling of spellings) {
      const wanted = first ? `${first} ${spelling}` : spelling;
      const command = commands.find((c) => c.keys?.includes(wanted));
      if (!command || (/^(Enter|Space)$/.test(wanted) && isPressable(event.target))) continue;
      event.preventDefault();
      command.run();
      return true;
    }
    if (!isChord && !isTyping) {
      const opening = spellings.find((s) => commands.some((c) => c.keys?.some((k) => k.startsWith(`${s} `))));
      if (opening) {
        this.pending = { key: opening, until: event.timeStamp + sequenceMs };
        event.preventDefault();
        return true;
      }
    }
    return false;
  }
}

/** The second key of a sequence must follow within this time. */
const sequenceMs = 1500;

/**
 * How a press may be written in `keys`: by the character, and by the place of the key, so that `j` works on a keyboard
 * that types Cyrillic or Arabic.
 */
export function spellingsOf(
  event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
): string[] {
  const byPlace = placeNames[event.code] ?? /^(?:Key|Digit)(.)$/.exec(event.code)?.[1]?.toLowerCase();
  const isCharacter = event.key.length === 1 && event.key !== ' ';
  const names = [event.key === ' ' ? 'Space' : isCharacter ? event.key.toLowerCase() : event.key];
  if (byPlace && isCharacter && byPlace !== names[0]) {
    const shifted = event.shiftKey ? shiftedPlaces[byPlace] : byPlace;
    if (shifted && (shifted !== byPlace || !/^[a-z]$/.test(names[0]!))) names.push(shifted);
  }
  const modifiers = `${event.ctrlKey || event.metaKey ? 'mod+' : ''}${event.altKey ? 'alt+' : ''}`;
  return names.map((name) => {
    const isShiftMeant = event.shiftKey && (!isCharacter || /^\p{L}$/u.test(event.key));
    return `${modifiers}${isShiftMeant ? 'shift+' : ''}${name}`;
  });
}

const placeNames: Record<string, string> = { Slash: '/', BracketLeft: '[', BracketRight: ']', Period: '.', Comma: ',' };
const shiftedPlaces: Record<string, string> = { '/': '?' };

const isTextField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('textarea, select, input:not([type=checkbox]):not([type=radio]):not([type=button])'));

/** Menus, dialogs and pickers have keys of their own. */
const isInsideOverlay = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role=dialog], [role=menu], [role=listbox], [data-own-keys]') !== null;

const isPressable = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('button, a, summary, [role=button]') !== null;

export const commandBook = new CommandBook();
