import { MultiSelect, NumberInput, PasswordInput, Select, Switch, TagsInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePeople, useStores } from '../../lib/session.ts';
import { JsonInput, TextsInput } from './long-inputs.tsx';
import type { Field } from './sections.ts';

/** The right control for a field of the set-up. */
export function FieldInput({
  field,
  value,
  onChange,
}: {
  field: Field;
  value: unknown;
  onChange: (value: unknown) => void;
}) {
  const { t } = useTranslation('settings');
  const { stores } = useStores();
  const { people } = usePeople();
  const label = t(`field.${field.name}`);
  const list = Array.isArray(value) ? value.map(String) : [];
  const roleLabel = (choice: string) =>
    field.name === 'role' ? t(`roles.${choice as 'agent'}`) : choice.replace(/_/g, ' ');
  const choices = (field.choices ?? []).map((c) => ({ value: c, label: roleLabel(c) }));
  switch (field.kind) {
    case 'number':
      return (
        <NumberInput
          label={label}
          value={typeof value === 'number' ? value : ''}
          onChange={(v) => onChange(v === '' ? null : Number(v))}
        />
      );
    case 'boolean':
      return <Switch label={label} checked={value === true} onChange={(e) => onChange(e.currentTarget.checked)} />;
    case 'choice':
      return (
        <Select
          label={label}
          allowDeselect={false}
          value={typeof value === 'string' ? value : null}
          data={choices}
          onChange={onChange}
        />
      );
    case 'choices':
      return <MultiSelect label={label} value={list} data={choices} onChange={onChange} />;
    case 'tags':
      return <TagsInput label={label} value={list} onChange={onChange} />;
    case 'spoken':
      return (
        <TagsInput
          label={label}
          value={(Array.isArray(value) ? (value as { language: string; level: string }[]) : []).map(
            (l) => `${l.language}:${l.level}`,
          )}
          onChange={(tags) =>
            onChange(tags.map((tag) => ({ language: tag.split(':')[0], level: tag.split(':')[1] ?? 'fluent' })))
          }
        />
      );
    case 'stores':
      return (
        <MultiSelect
          label={label}
          value={list}
          data={stores.map((s) => ({ value: s.id, label: s.name }))}
          onChange={onChange}
        />
      );
    case 'store':
      return (
        <Select
          label={label}
          clearable
          value={typeof value === 'string' ? value : null}
          data={stores.map((s) => ({ value: s.id, label: s.name }))}
          onChange={onChange}
        />
      );
    case 'people':
      return (
        <MultiSelect
          label={label}
          searchable
          value={list}
          data={people.map((p) => ({ value: p.id, label: p.name }))}
          onChange={onChange}
        />
      );
    case 'texts':
      return <TextsInput label={label} value={(value ?? {}) as Record<string, string>} onChange={onChange} />;
    case 'json':
      return <JsonInput label={label} value={value} onChange={onChange} />;
    case 'password':
      return (
        <PasswordInput
          label={label}
          autoComplete="new-password"
          value={typeof value === 'string' ? value : ''}
          onChange={(e) => onChange(e.currentTarget.value || undefined)}
        />
      );
    default:
      return (
        <TextInput
          label={label}
          value={typeof value === 'string' ? value : ''}
          onChange={(e) => onChange(e.currentTarget.value)}
        />
      );
  }
}
