import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { setUpStatus, signIn } from '../../../../libs/contracts/identity.ts';
import { useErrorText } from '../../components/use-error-text.ts';
import { isApiError } from '../../lib/api-error.ts';
import { call } from '../../lib/call.ts';
import { reading } from '../../lib/query.ts';
import { sessionQuery } from '../../lib/session.ts';
import { DemoPeople } from './demo-people.tsx';
import { Doorway } from './doorway.tsx';
import styles from './sign-in-page.module.css';

/** Who are you? In the demo, whoever you like. */
export function SignInPage() {
  const { t } = useTranslation('sign-in');
  const { to } = useSearch({ from: '/sign-in' });
  const navigate = useNavigate();
  const client = useQueryClient();
  const errorText = useErrorText();
  const status = useQuery(reading(setUpStatus)).data;
  const [values, setValues] = useState({ email: '', password: '', code: '' });
  const code = useRef<HTMLInputElement>(null);
  const enter = useMutation({
    mutationFn: (who: typeof values) =>
      call(signIn, { body: { email: who.email, password: who.password, ...(who.code ? { code: who.code } : {}) } }),
    onSuccess: async (me) => {
      client.clear();
      client.setQueryData(sessionQuery.queryKey, me);
      await navigate({ to: to ?? '/' });
    },
  });
  const needsCode = isApiError(enter.error, 'identity.codeRequired') || values.code !== '';
  useEffect(() => {
    if (status?.needed) void navigate({ to: '/set-up' });
  }, [status?.needed, navigate]);
  useEffect(() => {
    if (needsCode) code.current?.focus();
  }, [needsCode]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    enter.mutate(values);
  };
  return (
    <Doorway title={t('title')} isWide={Boolean(status?.demo)}>
      <form className={styles.form} onSubmit={submit}>
        <TextInput
          label={t('email')}
          type="email"
          name="email"
          autoComplete="username"
          dir="ltr"
          required
          autoFocus
          size="md"
          value={values.email}
          onChange={(e) => setValues({ ...values, email: e.currentTarget.value })}
        />
        <PasswordInput
          label={t('password')}
          name="password"
          autoComplete="current-password"
          dir="ltr"
          required
          size="md"
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
          value={values.password}
          onChange={(e) => setValues({ ...values, password: e.currentTarget.value })}
        />
        {needsCode && (
          <TextInput
            ref={code}
            label={t('code')}
            autoComplete="one-time-code"
            inputMode="numeric"
            maxLength={6}
            dir="ltr"
            size="md"
            value={values.code}
            onChange={(e) => {
              const next = { ...values, code: e.currentTarget.value.replace(/\D/g, '') };
              setValues(next);
              if (next.code.length === 6) enter.mutate(next);
            }}
          />
        )}
        {enter.error && (
          <p role="alert" className={isApiError(enter.error, 'identity.codeRequired') ? styles.hint : styles.error}>
            {errorText(enter.error)}
          </p>
        )}
        <Button type="submit" size="md" loading={enter.isPending} fullWidth>
          {t('enter')}
        </Button>
      </form>
      {status?.demo && (
        <DemoPeople
          people={status.demo.people}
          password={status.demo.password}
          isBusy={enter.isPending}
          onChoose={(email) => {
            setValues({ email, password: status.demo!.password, code: '' });
            enter.mutate({ email, password: status.demo!.password, code: '' });
          }}
        />
      )}
    </Doorway>
  );
}
