import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { showToast } from '../../components/toast.tsx';
import { useErrorText } from '../../components/use-error-text.ts';
import { call } from '../../lib/call.ts';
import { keyOf } from '../../lib/query.ts';
import { FieldInput } from './field-input.tsx';
import { record, type Section } from './sections.ts';
import styles from './settings.module.css';
import { VariantsInput } from './variants-input.tsx';

type Entry = z.infer<typeof record>;

/** One entry of the set-up: its fields, and what can be done with it. What was typed stays when the server refuses. */
export function EntryForm({
  section,
  entry,
  onDone,
}: {
  section: Section;
  entry: Entry | null;
  onDone: (id: string | null) => void;
}) {
  const { t } = useTranslation('settings');
  const client = useQueryClient();
  const text = useErrorText();
  const id = typeof entry?.['id'] === 'string' ? entry['id'] : null;
  const [form, setForm] = useState<Entry>(entry ?? { isActive: true });
  const settle = () => client.invalidateQueries({ queryKey: keyOf(section.list) });
  const onError = (error: unknown) => showToast({ message: text(error), tone: 'bad' });
  const save = useMutation({
    mutationFn: async () => {
      const names = [...section.fields.map((f) => f.name as string), ...(section.id === 'replies' ? ['variants'] : [])];
      const body = Object.fromEntries(names.flatMap((name) => (form[name] === undefined ? [] : [[name, form[name]]])));
      const made = await call(id ? section.update : section.create, { ...(id ? { params: { id } } : {}), body });
      return record.parse(made);
    },
    onSuccess: async (made) => {
      await settle();
      showToast({ message: t('saved') });
      onDone(String(made['id']));
    },
    onError,
  });
  const remove = useMutation({
    mutationFn: () => call(section.remove!, { params: { id } }),
    onSuccess: async () => {
      await settle();
      showToast({ message: t('removed') });
      onDone(null);
    },
    onError,
  });
  return (
    <form
      className={styles.form}
      onSubmit={(e) => {
        e.preventDefault();
        save.mutate();
      }}
    >
      {section.fields.map((field) => (
        <FieldInput
          key={field.name}
          field={field}
          value={form[field.name]}
          onChange={(value) => setForm((before) => ({ ...before, [field.name]: value }))}
        />
      ))}
      {section.id === 'replies' && (
        <VariantsInput
          value={form['variants']}
          onChange={(variants) => setForm((before) => ({ ...before, variants }))}
        />
      )}
      <div className={styles.buttons}>
        <Button type="submit" loading={save.isPending}>
          {t('save')}
        </Button>
        {id && section.remove && (
          <Button variant="subtle" color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
            {t('remove')}
          </Button>
        )}
      </div>
    </form>
  );
}
