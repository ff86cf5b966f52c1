import { Button, Menu, PasswordInput, TextInput } from '@mantine/core';
import { IconLanguage } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { setUp } from '../../../../libs/contracts/identity.ts';
import { nearestLanguage } from '../../../../libs/i18n/index.ts';
import { LanguageMenu, ownNames } from '../../components/preference-menus.tsx';
import { useErrorText } from '../../components/use-error-text.ts';
import { call } from '../../lib/call.ts';
import { sessionQuery } from '../../lib/session.ts';
import styles from './set-up-page.module.css';

/** First run: who administers, what the company is called, which address buyers write to. */
export function SetUpPage() {
  const { t, i18n } = useTranslation('setup');
  const text = useErrorText();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [form, setForm] = useState({ name: '', email: '', password: '', company: '', storeAddress: '' });
  const set = (changes: Partial<typeof form>) => setForm((before) => ({ ...before, ...changes }));
  const begin = useMutation({
    mutationFn: () =>
      call(setUp, {
        body: {
          ...form,
          interfaceLanguage: nearestLanguage(i18n.language),
          timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        },
      }),
    onSuccess: async (me) => {
      client.clear();
      client.setQueryData(sessionQuery.queryKey, me);
      await navigate({ to: '/settings/{-$section}', params: { section: 'channels' } });
    },
  });
  return (
    <main className={styles.page}>
      <div className={styles.preferences}>
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="subtle" color="gray" leftSection={<IconLanguage size={16} />}>
              {ownNames[nearestLanguage(i18n.language)]}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <LanguageMenu icon={IconLanguage} />
          </Menu.Dropdown>
        </Menu>
      </div>
      <h1 className={styles.title}>{t('title')}</h1>
      <p className={styles.soft}>{t('intro')}</p>
      <form
        className={styles.form}
        onSubmit={(e) => {
          e.preventDefault();
          begin.mutate();
        }}
      >
        <h2 className={styles.heading}>{t('you')}</h2>
        <TextInput
          label={t('name')}
          required
          autoComplete="name"
          value={form.name}
          onChange={(e) => set({ name: e.currentTarget.value })}
        />
        <TextInput
          type="email"
          label={t('email')}
          required
          autoComplete="username"
          value={form.email}
          onChange={(e) => set({ email: e.currentTarget.value })}
        />
        <PasswordInput
          label={t('password')}
          description={t('passwordHint')}
          required
          minLength={10}
          autoComplete="new-password"
          value={form.password}
          onChange={(e) => set({ password: e.currentTarget.value })}
        />
        <h2 className={styles.heading}>{t('company')}</h2>
        <TextInput
          label={t('companyName')}
          required
          autoComplete="organization"
          value={form.company}
          onChange={(e) => set({ company: e.currentTarget.value })}
        />
        <TextInput
          type="email"
          label={t('storeAddress')}
          description={t('storeHint')}
          required
          value={form.storeAddress}
          onChange={(e) => set({ storeAddress: e.currentTarget.value })}
        />
        {begin.error ? (
          <p role="alert" className={styles.error}>
            {text(begin.error)}
          </p>
        ) : null}
        <Button type="submit" loading={begin.isPending}>
          {t('submit')}
        </Button>
      </form>
    </main>
  );
}
