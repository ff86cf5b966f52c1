import { MultiSelect, NumberInput, PasswordInput, Select, Switch, TagsInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RoutingRule } from '../../../../libs/contracts/routing.ts';
import { CalendarInput, type Hours } from './calendar-input.tsx';
import { CodeInput, CodesInput } from './code-inputs.tsx';
import { DurationInput } from './duration-input.tsx';
import { MailboxInput, OutboundInput } from './mail-server-input.tsx';
import { RuleInput } from './rule-inputs.tsx';
import type { FieldInputProps } from './sections.ts';
import { SignaturesInput } from './signatures-input.tsx';
import { SpokenInput } from './spoken-input.tsx';
import { useChoices } from './use-choices.ts';

const lists = { languages: 'language', countries: 'country' } as const;

/** The right control for a field of the set-up, with its fault beside it. */
export function FieldInput({ field, label, value, onChange, fault }: FieldInputProps) {
  const { t } = useTranslation('settings');
  const choices = useChoices(field);
  const list = Array.isArray(value) ? value.map(String) : [];
  const one = typeof value === 'string' ? value : null;
  const object = (value ?? {}) as Record<string, unknown>;
  const error = fault('');
  const common = { label, error, description: field.hint ? t(`fieldHint.${field.hint}`) : undefined };
  switch (field.kind) {
    case 'number':
      return (
        <NumberInput
          {...common}
          step={field.step ?? 1}
          value={typeof value === 'number' ? value : ''}
          onChange={(v) => onChange(v === '' ? null : Number(v))}
        />
      );
    case 'duration':
      return (
        <DurationInput
          label={label}
          error={error}
          value={typeof value === 'number' ? value : null}
          onChange={onChange}
        />
      );
    case 'boolean':
      return <Switch {...common} checked={value === true} onChange={(e) => onChange(e.currentTarget.checked)} />;
    case 'language':
    case 'country':
    case 'timeZone':
    case 'currency':
      return <CodeInput {...common} kind={field.kind} value={one} onChange={onChange} />;
    case 'languages':
    case 'countries':
      return <CodesInput {...common} kind={lists[field.kind]} value={list} onChange={onChange} />;
    case 'choice':
    case 'store':
    case 'team':
    case 'person':
    case 'pack':
    case 'priority':
      return (
        <Select
          {...common}
          searchable={choices.length > 8}
          clearable={field.kind === 'store'}
          allowDeselect={field.kind === 'store'}
          value={one}
          data={choices}
          onChange={onChange}
        />
      );
    case 'regions':
    case 'priorities':
    case 'stores':
    case 'channels':
    case 'people':
    case 'intents':
      return <MultiSelect {...common} searchable hidePickedOptions value={list} data={choices} onChange={onChange} />;
    case 'tags':
      return <TagsInput {...common} value={list} onChange={onChange} />;
    case 'spoken':
      return <SpokenInput label={label} error={error} value={Array.isArray(value) ? value : []} onChange={onChange} />;
    case 'signatures':
      return (
        <SignaturesInput label={label} value={object as Record<string, string>} onChange={onChange} fault={fault} />
      );
    case 'calendar':
      return (
        <CalendarInput
          label={label}
          error={error}
          value={(value ?? null) as Hours | null}
          onChange={onChange}
          without={t(field.name === 'calendar' ? 'hours.clock' : 'hours.always')}
          hasHolidays={field.name === 'calendar'}
        />
      );
    case 'mailbox':
      return <MailboxInput value={object} onChange={onChange} fault={fault} />;
    case 'outbound':
      return <OutboundInput value={object} onChange={onChange} fault={fault} />;
    case 'conditions':
    case 'actions':
      return (
        <RuleInput
          part={field.kind}
          label={label}
          value={object as RoutingRule['conditions']}
          onChange={onChange}
          fault={fault}
          renderPart={(part) => <FieldInput {...part} />}
        />
      );
    case 'password':
      return (
        <PasswordInput
          {...common}
          autoComplete="new-password"
          value={one ?? ''}
          onChange={(e) => onChange(e.currentTarget.value || undefined)}
        />
      );
    case 'text':
      return <TextInput {...common} value={one ?? ''} onChange={(e) => onChange(e.currentTarget.value)} />;
  }
}
