import { Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { sideBarDrawer } from '../components/app-menu-button.tsx';
import { shellExtras } from '../lib/extension-points.ts';
import { useMe } from '../lib/session.ts';
import { useStore } from '../lib/store.ts';
import { useKeyboard } from '../lib/use-commands.ts';
import { BottomBar } from './bottom-bar.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { GlobalCommands } from './global-commands.tsx';
import { OfflineBar } from './offline-bar.tsx';
import styles from './shell.module.css';
import { SideBar } from './side-bar.tsx';

const SideDrawer = lazy(() => import('../components/side-drawer.tsx').then((m) => ({ default: m.SideDrawer })));

/** The frame around every signed-in screen: side bar, offline bar, keys, palette, and what features add to it. */
export function Shell() {
  const { t } = useTranslation();
  const isDrawerOpen = useStore(sideBarDrawer, (isOpen) => isOpen);
  const path = useRouterState({ select: (s) => s.location.href });
  useKeyboard();
  useOwnLanguage();
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever went somewhere is done with the drawer
  useEffect(() => sideBarDrawer.set(false), [path]);
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main">
        {t('nav.skip')}
      </a>
      <OfflineBar />
      <div className={styles.columns}>
        <div className={styles.side}>
          <SideBar />
        </div>
        <div className={styles.main}>
          <ErrorBoundary key={path.split(/[?/]/)[1]}>
            <Suspense>
              <Outlet />
            </Suspense>
          </ErrorBoundary>
        </div>
      </div>
      <BottomBar />
      {isDrawerOpen && (
        <Suspense>
          <SideDrawer label={t('nav.main')} onClose={() => sideBarDrawer.set(false)}>
            <SideBar />
          </SideDrawer>
        </Suspense>
      )}
      <GlobalCommands />
      <Suspense>
        {shellExtras.all().map(({ id, component: Extra }) => (
          <Extra key={id} />
        ))}
      </Suspense>
    </div>
  );
}

/** The interface speaks the language of the person, whatever the device said before. */
function useOwnLanguage(): void {
  const { i18n } = useTranslation();
  const { interfaceLanguage } = useMe();
  useEffect(() => {
    if (i18n.language !== interfaceLanguage) void i18n.changeLanguage(interfaceLanguage);
  }, [i18n, interfaceLanguage]);
}
