import { Button, NumberInput, PasswordInput, Switch, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  getLanguageModel,
  type LanguageModelInput,
  languageModelInput,
  tryLanguageModel,
  updateLanguageModel,
} from '../../../../libs/contracts/language-model.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { showToast } from '../../components/toast.tsx';
import { useErrorText } from '../../components/use-error-text.ts';
import { call } from '../../lib/call.ts';
import { keyOf, reading } from '../../lib/query.ts';
import { type Faults, faultsOf } from './faults.ts';
import styles from './settings.module.css';

/** The optional language model: what it does and what it is sent, how it is reached, and a button to try it. */
export function ModelForm() {
  const { t } = useTranslation('language-model');
  const { t: common } = useTranslation('settings');
  const client = useQueryClient();
  const text = useErrorText();
  const query = useQuery(reading(getLanguageModel));
  const [changes, setChanges] = useState<Partial<LanguageModelInput>>({});
  const [faults, setFaults] = useState<Faults>(new Map());
  const test = useMutation({ mutationFn: () => call(tryLanguageModel) });
  const save = useMutation({
    mutationFn: async (whole: unknown) => {
      const checked = languageModelInput.safeParse(whole, { reportInput: true });
      setFaults(checked.success ? new Map() : faultsOf(checked.error, common));
      return checked.success ? call(updateLanguageModel, { body: checked.data }) : null;
    },
    onSuccess: (next) => {
      if (!next) return;
      client.setQueryData(keyOf(getLanguageModel, {}), next);
      setChanges({});
      test.reset();
      showToast({ message: common('saved') });
    },
    onError: (error) => showToast({ message: text(error), tone: 'bad' }),
  });
  if (query.error) return <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return null;
  const { hasApiKey, ...known } = query.data;
  const form: Partial<LanguageModelInput> & typeof known = { ...known, ...changes };
  const set = (next: Partial<LanguageModelInput>) => setChanges((before) => ({ ...before, ...next }));
  const isChanged = Object.keys(changes).length > 0;
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(e) => {
        e.preventDefault();
        save.mutate(form);
      }}
    >
      <p className={styles.about}>{t('about')}</p>
      <p className={styles.about}>{t('sent')}</p>
      <Switch label={t('field.isOn')} checked={form.isOn} onChange={(e) => set({ isOn: e.currentTarget.checked })} />
      <TextInput
        label={t('field.baseUrl')}
        description={t('hint.baseUrl')}
        error={faults.get('baseUrl')}
        dir="ltr"
        inputMode="url"
        value={form.baseUrl}
        onChange={(e) => set({ baseUrl: e.currentTarget.value.trim() })}
      />
      <TextInput
        label={t('field.model')}
        description={t('hint.model')}
        error={faults.get('model')}
        dir="ltr"
        value={form.model}
        onChange={(e) => set({ model: e.currentTarget.value })}
      />
      <PasswordInput
        label={t('field.apiKey')}
        description={`${hasApiKey ? `${t('keyStored')} ` : ''}${t('hint.apiKey')}`}
        error={faults.get('apiKey')}
        autoComplete="new-password"
        value={form.apiKey ?? ''}
        onChange={(e) => set({ apiKey: e.currentTarget.value || undefined })}
      />
      <NumberInput
        label={t('field.timeLimitSeconds')}
        error={faults.get('timeLimitSeconds')}
        min={5}
        max={300}
        maw={260}
        value={form.timeLimitSeconds}
        onChange={(v) => set({ timeLimitSeconds: Number(v) })}
      />
      <div className={styles.buttons}>
        <Button type="submit" loading={save.isPending}>
          {common('save')}
        </Button>
        <Button
          variant="default"
          disabled={isChanged || known.baseUrl === ''}
          loading={test.isPending}
          onClick={() => test.mutate()}
        >
          {t('try')}
        </Button>
      </div>
      <p className={styles.soft}>{t('trySaved')}</p>
      {test.data && (
        <p className={test.data.isOk ? styles.good : styles.bad} role="status" dir="auto">
          {test.data.said}
        </p>
      )}
      {test.error ? <p className={styles.bad}>{text(test.error)}</p> : null}
    </form>
  );
}
