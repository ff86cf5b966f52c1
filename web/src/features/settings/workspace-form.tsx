import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getSettings, updateSettings, type WorkspaceSettings } from '../../../../libs/contracts/settings.ts';
import { showToast } from '../../components/toast.tsx';
import { useErrorText } from '../../components/use-error-text.ts';
import { call } from '../../lib/call.ts';
import { keyOf, reading } from '../../lib/query.ts';
import { useMay } from '../../lib/session.ts';
import { type Faults, faultsOf } from './faults.ts';
import { FieldInput } from './field-input.tsx';
import type { Field } from './sections.ts';
import styles from './settings.module.css';

const fields: readonly (Field & { name: keyof WorkspaceSettings })[] = [
  { name: 'companyName', kind: 'text' },
  { name: 'undoSendSeconds', kind: 'number' },
  { name: 'followUpAfterDays', kind: 'number' },
  { name: 'languageConfidence', kind: 'number', step: 0.05 },
];

export function WorkspaceForm() {
  const { t } = useTranslation('settings');
  const client = useQueryClient();
  const text = useErrorText();
  const may = useMay('settings.write');
  const known = useQuery(reading(getSettings)).data;
  const [changes, setChanges] = useState<Partial<WorkspaceSettings>>({});
  const [faults, setFaults] = useState<Faults>(new Map());
  const save = useMutation({
    mutationFn: async () => {
      const checked = updateSettings.body.safeParse(changes, { reportInput: true });
      setFaults(checked.success ? new Map() : faultsOf(checked.error, t));
      return checked.success ? call(updateSettings, { body: changes }) : null;
    },
    onSuccess: (next) => {
      if (!next) return;
      client.setQueryData(keyOf(getSettings, {}), next);
      setChanges({});
      showToast({ message: t('saved') });
    },
    onError: (error) => showToast({ message: text(error), tone: 'bad' }),
  });
  if (!known) return null;
  return (
    <form
      className={styles.form}
      onSubmit={(e) => {
        e.preventDefault();
        save.mutate();
      }}
    >
      {fields.map((field) => (
        <FieldInput
          key={field.name}
          field={field}
          label={t(`field.${field.name}`)}
          fault={(path) => (path ? undefined : faults.get(field.name))}
          value={changes[field.name] ?? known[field.name]}
          onChange={(value) => setChanges((before) => ({ ...before, [field.name]: value }))}
        />
      ))}
      {may && (
        <Button type="submit" loading={save.isPending}>
          {t('save')}
        </Button>
      )}
    </form>
  );
}
