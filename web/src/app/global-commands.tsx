import { useMantineColorScheme } from '@mantine/core';
import { IconArrowBackUp, IconCommand, IconKeyboard, IconLogout, IconMoon } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { showToast } from '../components/toast.tsx';
import type { Command } from '../lib/commands.ts';
import { useStore } from '../lib/store.ts';
import { undoLast } from '../lib/undo.ts';
import { useCommands } from '../lib/use-commands.ts';
import { useNavigationEntries } from './navigation-links.tsx';
import { closeOverlay, openPalette, openShortcutSheet, overlay } from './overlays.ts';
import { useSignOut } from './use-sign-out.ts';

const ShortcutSheet = lazy(() =>
  import('../components/shortcut-sheet.tsx').then((m) => ({ default: m.ShortcutSheet })),
);
const CommandPalette = lazy(() =>
  import('../features/command-palette/index.ts').then((m) => ({ default: m.CommandPalette })),
);

/** What can be done everywhere: go, undo, the palette and the sheet of keys. */
export function GlobalCommands() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const { toggleColorScheme } = useMantineColorScheme();
  const open = useStore(overlay, (which) => which);
  const go: Command[] = useNavigationEntries().map((entry) => ({
    id: `go.${entry.id}`,
    title: t('commands.goTo', { place: t(entry.label as 'nav.menu') }),
    group: 'go',
    keys: [`g ${entry.key}`],
    icon: entry.icon,
    run: () => void navigate({ to: entry.to }),
  }));
  useCommands([
    ...go,
    {
      id: 'undo',
      title: t('undo.last'),
      group: 'ticket',
      keys: ['z', 'mod+z'],
      icon: IconArrowBackUp,
      run: () => {
        if (!undoLast()) showToast({ message: t('undo.nothing'), id: 'undo' });
      },
    },
    { id: 'palette', title: t('palette.open'), group: 'app', keys: ['mod+k'], icon: IconCommand, run: openPalette },
    { id: 'shortcuts', title: t('keys.title'), group: 'app', keys: ['?'], icon: IconKeyboard, run: openShortcutSheet },
    { id: 'theme', title: t('commands.toggleTheme'), group: 'app', icon: IconMoon, run: () => toggleColorScheme() },
    { id: 'signOut', title: t('user.signOut'), group: 'app', icon: IconLogout, run: () => void signOut() },
  ]);
  return (
    <Suspense>
      {open === 'shortcuts' && <ShortcutSheet onClose={closeOverlay} />}
      {open === 'palette' && <CommandPalette onClose={closeOverlay} />}
    </Suspense>
  );
}
