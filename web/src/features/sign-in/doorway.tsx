import { Button, Menu } from '@mantine/core';
import { IconLanguage, IconSunMoon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { nearestLanguage } from '../../../../libs/i18n/index.ts';
import { LanguageMenu, ownNames, ThemeMenu } from '../../components/preference-menus.tsx';
import styles from './doorway.module.css';

/** The pages before the inbox: one column, and a choice of language and light in the corner. */
export function Doorway({
  title,
  children,
  isWide = false,
}: {
  title: string;
  children: ReactNode;
  /** Two columns where there is room: the children stand side by side. */
  isWide?: boolean;
}) {
  const { i18n } = useTranslation();
  return (
    <main className={styles.page}>
      <div className={styles.corner}>
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="subtle" color="gray" leftSection={<IconLanguage size={16} stroke={1.6} />}>
              {ownNames[nearestLanguage(i18n.language)]}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <LanguageMenu icon={IconLanguage} />
            <ThemeMenu icon={IconSunMoon} />
          </Menu.Dropdown>
        </Menu>
      </div>
      <div className={styles.column} data-wide={isWide || undefined}>
        <img src="/icon.svg" alt="" width={40} height={40} />
        <h1 className={styles.title}>{title}</h1>
        <div className={styles.content}>{children}</div>
      </div>
    </main>
  );
}
