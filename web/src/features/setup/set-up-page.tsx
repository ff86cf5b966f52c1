import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { password as passwordRule, setUp } from '../../../../libs/contracts/identity.ts';
import { nearestLanguage } from '../../../../libs/i18n/index.ts';
import { Picker } from '../../components/picker.tsx';
import { useErrorText } from '../../components/use-error-text.ts';
import { call } from '../../lib/call.ts';
import { countryCodes } from '../../lib/country-codes.ts';
import { countryName } from '../../lib/format.ts';
import { sessionQuery } from '../../lib/session.ts';
import { Doorway } from '../sign-in/index.ts';
import styles from './set-up-page.module.css';

/** First run: who administers, and which shop answers first. Everything here can be changed in the settings. */
export function SetUpPage() {
  const { t, i18n } = useTranslation('setup');
  const client = useQueryClient();
  const navigate = useNavigate();
  const errorText = useErrorText();
  const [values, setValues] = useState({
    company: '',
    storeAddress: '',
    country: 'CN',
    name: '',
    email: '',
    password: '',
  });
  const set = (field: keyof typeof values) => (event: { currentTarget: { value: string } }) => {
    const { value } = event.currentTarget;
    setValues((before) => ({ ...before, [field]: value }));
  };
  const begin = useMutation({
    mutationFn: () =>
      call(setUp, {
        body: {
          ...values,
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
  const isShort = values.password !== '' && !passwordRule.safeParse(values.password).success;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isShort) begin.mutate();
  };
  return (
    <Doorway title={t('title')}>
      <p className={styles.lead}>{t('lead')}</p>
      <form className={styles.form} onSubmit={submit}>
        <fieldset className={styles.group}>
          <legend className={styles.legend}>{t('shop')}</legend>
          <TextInput label={t('company')} required autoFocus value={values.company} onChange={set('company')} />
          <TextInput
            label={t('storeAddress')}
            description={t('storeAddressHint')}
            type="email"
            required
            dir="ltr"
            value={values.storeAddress}
            onChange={set('storeAddress')}
          />
          <div className={styles.country}>
            <span>{t('country')}</span>
            <Picker
              label={t('country')}
              selected={[values.country]}
              options={countryCodes.map((code) => ({
                value: code,
                label: countryName(code, i18n.language),
                keywords: code,
              }))}
              onChoose={(country) => setValues({ ...values, country })}
            >
              {countryName(values.country, i18n.language)}
            </Picker>
          </div>
        </fieldset>
        <fieldset className={styles.group}>
          <legend className={styles.legend}>{t('you')}</legend>
          <TextInput label={t('name')} required autoComplete="name" value={values.name} onChange={set('name')} />
          <TextInput
            label={t('email')}
            type="email"
            required
            autoComplete="username"
            dir="ltr"
            value={values.email}
            onChange={set('email')}
          />
          <PasswordInput
            label={t('password')}
            description={t('passwordHint')}
            error={isShort && t('passwordHint')}
            required
            autoComplete="new-password"
            dir="ltr"
            value={values.password}
            onChange={set('password')}
          />
        </fieldset>
        {begin.error && (
          <p role="alert" className={styles.error}>
            {errorText(begin.error)}
          </p>
        )}
        <Button type="submit" size="md" loading={begin.isPending} disabled={isShort}>
          {t('begin')}
        </Button>
      </form>
    </Doorway>
  );
}
