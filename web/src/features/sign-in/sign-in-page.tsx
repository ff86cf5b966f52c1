import { Button, Menu, PasswordInput, TextInput } from '@mantine/core';
import { IconLanguage, IconSun } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Me, setUpStatus, signIn } from '../../../../libs/contracts/identity.ts';
import { nearestLanguage } from '../../../../libs/i18n/index.ts';
import { LanguageTag } from '../../components/language-tag.tsx';
import { LanguageMenu, ownNames, ThemeMenu } from '../../components/preference-menus.tsx';
import { useErrorText } from '../../components/use-error-text.ts';
import { isApiError } from '../../lib/api-error.ts';
import { call } from '../../lib/call.ts';
import { reading } from '../../lib/query.ts';
import { sessionQuery } from '../../lib/session.ts';
import styles from './sign-in-page.module.css';

/** The door: address and password, a code where a second factor is set; in the demo, one press a person. */
export function SignInPage() {
  const { t, i18n } = useTranslation('sign-in');
  const text = useErrorText();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { to } = useSearch({ strict: false }) as { to?: string };
  const status = useQuery(reading(setUpStatus));
  const [form, setForm] = useState({ email: '', password: '', code: '' });
  const enter = useMutation({
    mutationFn: (who: { email: string; password: string; code?: string }) => call(signIn, { body: who }),
    onSuccess: async (me: Me) => {
      client.clear();
      client.setQueryData(sessionQuery.queryKey, me);
      await navigate({ to: to ?? '/' });
    },
  });
  const needsCode = isApiError(enter.error) && enter.error.code === 'identity.codeRequired';
  const demo = status.data?.demo;
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
            <ThemeMenu icon={IconSun} />
          </Menu.Dropdown>
        </Menu>
      </div>
      <section className={styles.card}>
        <h1 className={styles.brand}>Dragoman</h1>
        <p className={styles.tagline}>{t('tagline')}</p>
        <form
          className={styles.form}
          onSubmit={(e) => {
            e.preventDefault();
            enter.mutate({ email: form.email, password: form.password, ...(form.code ? { code: form.code } : {}) });
          }}
        >
          <TextInput
            type="email"
            label={t('email')}
            autoComplete="username"
            required
            value={form.email}
            onChange={(e) => setForm({ ...form, email: e.currentTarget.value })}
          />
          <PasswordInput
            label={t('password')}
            autoComplete="current-password"
            required
            value={form.password}
            onChange={(e) => setForm({ ...form, password: e.currentTarget.value })}
          />
          {needsCode && (
            <TextInput
              label={t('code')}
              autoComplete="one-time-code"
              inputMode="numeric"
              maxLength={6}
              value={form.code}
              onChange={(e) => setForm({ ...form, code: e.currentTarget.value })}
            />
          )}
          {enter.error ? (
            <p role="alert" className={styles.error}>
              {text(enter.error)}
            </p>
          ) : null}
          <Button type="submit" fullWidth loading={enter.isPending}>
            {t('submit')}
          </Button>
        </form>
      </section>
      {demo && (
        <section className={styles.demo}>
          <h2 className={styles.heading}>{t('demo')}</h2>
          {(['agent', 'lead', 'production', 'administrator'] as const).map((role) => (
            <div key={role}>
              <h3 className={styles.role}>{t(`roles.${role}`)}</h3>
              <ul className={styles.people}>
                {demo.people
                  .filter((p) => p.role === role)
                  .map((p) => (
                    <li key={p.email}>
                      <button
                        type="button"
                        className={styles.person}
                        onClick={() => enter.mutate({ email: p.email, password: demo.password })}
                      >
                        <bdi>{p.name}</bdi>
                        <span className={styles.tags}>
                          {p.languages.slice(0, 4).map((l) => (
                            <LanguageTag key={l} language={l} />
                          ))}
                        </span>
                      </button>
                    </li>
                  ))}
              </ul>
            </div>
          ))}
          <p className={styles.tagline}>{t('demoPassword', { password: demo.password })}</p>
        </section>
      )}
    </main>
  );
}
