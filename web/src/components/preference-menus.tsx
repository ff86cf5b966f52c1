import { Menu, useMantineColorScheme } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { type InterfaceLanguage, interfaceLanguages } from '../../../libs/i18n/index.ts';

type Icon = ComponentType<{ size?: number; stroke?: number }>;

/** Each language by its own name, because whoever looks for it may read nothing else. */
export const ownNames: Record<InterfaceLanguage, string> = {
  en: 'English',
  'zh-CN': '简体中文',
  fr: 'Français',
  de: 'Deutsch',
  es: 'Español',
  pt: 'Português',
  ar: 'العربية',
  ru: 'Русский',
};

/** A submenu of the shipped languages; changes the page at once and tells the caller. */
export function LanguageMenu({
  icon: Icon,
  onChoose,
}: {
  icon: Icon;
  onChoose?: (language: InterfaceLanguage) => void;
}) {
  const { t, i18n } = useTranslation();
  return (
    <Menu.Sub>
      <Menu.Sub.Target>
        <Menu.Sub.Item leftSection={<Icon size={16} stroke={1.6} />}>{t('user.language')}</Menu.Sub.Item>
      </Menu.Sub.Target>
      <Menu.Sub.Dropdown>
        {interfaceLanguages.map((language) => (
          <Menu.Item
            key={language}
            lang={language}
            rightSection={i18n.language === language && <IconCheck size={14} />}
            onClick={() => {
              void i18n.changeLanguage(language);
              onChoose?.(language);
            }}
          >
            <bdi>{ownNames[language]}</bdi>
          </Menu.Item>
        ))}
      </Menu.Sub.Dropdown>
    </Menu.Sub>
  );
}

const schemes = ['auto', 'light', 'dark'] as const;

/** A submenu for light, dark or as the device says. */
export function ThemeMenu({
  icon: Icon,
  onChoose,
}: {
  icon: Icon;
  onChoose?: (scheme: (typeof schemes)[number]) => void;
}) {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu.Sub>
      <Menu.Sub.Target>
        <Menu.Sub.Item leftSection={<Icon size={16} stroke={1.6} />}>{t('user.theme')}</Menu.Sub.Item>
      </Menu.Sub.Target>
      <Menu.Sub.Dropdown>
        {schemes.map((scheme) => (
          <Menu.Item
            key={scheme}
            rightSection={colorScheme === scheme && <IconCheck size={14} />}
            onClick={() => {
              setColorScheme(scheme);
              onChoose?.(scheme);
            }}
          >
            {t(`user.themes.${scheme}`)}
          </Menu.Item>
        ))}
      </Menu.Sub.Dropdown>
    </Menu.Sub>
  );
}
