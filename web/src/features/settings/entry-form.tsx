import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldInput } from './field-input.tsx';
import { RulePreview } from './rule-preview.tsx';
import type { Field, Section } from './sections.ts';
import styles from './settings.module.css';
import { type Entry, useEntry } from './use-entry.ts';
import { VariantsInput } from './variants-input.tsx';

/** One entry of the set-up: its fields with their faults beside them. What was typed stays when it is refused. */
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
  const [form, setForm] = useState<Entry>(() => entry ?? { isActive: true, ...section.initial });
  const { save, remove, faults, refusal, attempt } = useEntry(section, entry, client, onDone);
  const [isAsking, setIsAsking] = useState(false);
  const element = useRef<HTMLFormElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each refused attempt leads to its first fault anew
  useEffect(() => {
    if (faults.size > 0) element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [attempt]);
  const shown = section.fields.filter((f) => !f.isShown || f.isShown(form));
  const set = (name: string) => (value: unknown) => setForm((before) => ({ ...before, [name]: value }));
  const fault = (field: Field) => (path: string) => faults.get(path ? `${field.name}.${path}` : field.name);
  return (
    <form
      ref={element}
      className={styles.form}
      noValidate
      onSubmit={(e) => {
        e.preventDefault();
        save.mutate(Object.fromEntries(Object.entries(form).filter(([k]) => isSent(section, shown, k))));
      }}
    >
      {shown.map((field) => (
        <FieldInput
          key={field.name}
          field={field}
          label={t(`field.${field.name}`)}
          value={form[field.name]}
          fault={fault(field)}
          onChange={set(field.name)}
        />
      ))}
      {section.id === 'replies' && (
        <VariantsInput value={form['variants']} onChange={set('variants')} error={faults.get('variants')} />
      )}
      {section.id === 'routing' && <RulePreview form={form} />}
      {refusal && (
        <p className={styles.bad} role="alert">
          {refusal}
        </p>
      )}
      <div className={styles.buttons}>
        <Button type="submit" loading={save.isPending}>
          {t('save')}
        </Button>
        {entry && section.remove && (
          <Button
            variant="subtle"
            color="red"
            loading={remove.isPending}
            onBlur={() => setIsAsking(false)}
            onClick={() => (section.isRemovalFinal && !isAsking ? setIsAsking(true) : remove.mutate(undefined))}
          >
            {t(isAsking ? 'removeForGood' : 'remove')}
          </Button>
        )}
      </div>
    </form>
  );
}

/** A part that is not shown is not sent; fields that the form does not know are kept as they were. */
const isSent = (section: Section, shown: readonly Field[], name: string): boolean =>
  !section.fields.some((f) => f.name === name) || shown.some((f) => f.name === name);
