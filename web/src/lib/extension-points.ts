import type { ComponentType } from 'react';
import type { Permission } from '../../../libs/contracts/permissions.ts';
import type { Message, TicketDetail } from '../../../libs/contracts/tickets.ts';

/**
 * Places that features fill without knowing each other. A feature adds its pieces in its `register.ts`, which
 * app/registrations.ts calls before the first render. Components are given as `lazy(…)`: the first view must stay small.
 */
export interface ExtensionPoint<T extends { id: string; order: number }> {
  add(entry: T): void;
  all(): readonly T[];
}

function extensionPoint<T extends { id: string; order: number }>(): ExtensionPoint<T> {
  let entries: T[] = [];
  return {
    add(entry) {
      entries = [...entries.filter((e) => e.id !== entry.id), entry].sort((a, b) => a.order - b.order);
    },
    all: () => entries,
  };
}

/** An entry of the side bar, the bottom bar and `g` + key. */
export interface NavigationEntry {
  id: string;
  order: number;
  /** Key of its name, such as `app:nav.production`. */
  label: string;
  icon: ComponentType<{ size?: number; stroke?: number }>;
  to: string;
  /** Second key of `g` + key. */
  key: string;
  permission: Permission;
}
export const navigation = extensionPoint<NavigationEntry>();

/** A section of the panel beside a conversation. It shows its own heading with `PanelSection`. */
export interface ContextSection {
  id: string;
  order: number;
  component: ComponentType<{ detail: TicketDetail }>;
}
export const contextSections = extensionPoint<ContextSection>();

/** Something to do with one message, shown in its menu: it renders a `Menu.Item`. */
export interface MessageAction {
  id: string;
  order: number;
  component: ComponentType<{ message: Message; detail: TicketDetail }>;
}
export const messageActions = extensionPoint<MessageAction>();

/** Something quiet below the head of a ticket: it may register commands and show a line. */
export interface TicketExtra {
  id: string;
  order: number;
  component: ComponentType<{ detail: TicketDetail }>;
}
export const ticketExtras = extensionPoint<TicketExtra>();

/** Rendered once inside the signed-in shell: for a feature's global commands and live updates. */
export interface ShellExtra {
  id: string;
  order: number;
  component: ComponentType;
}
export const shellExtras = extensionPoint<ShellExtra>();
