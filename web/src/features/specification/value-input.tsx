import { MultiSelect, NumberInput, Select, TagsInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AttributeValue, PackView } from '../../../../libs/contracts/production.ts';
import { LengthInput } from './length-input.tsx';

type Attribute = PackView['attributes'][number];
type HatchList = Extract<AttributeValue, readonly unknown[]>;

/** The right field for an attribute. */
export function ValueInput({
  attribute,
  value,
  onChange,
}: {
  attribute: Attribute;
  value: AttributeValue | undefined;
  /** `unit`: the one a length was typed in. */
  onChange: (value: AttributeValue | undefined, unit?: string | null) => void;
}) {
  const { t } = useTranslation('specification');
  const label = attribute.label;
  switch (attribute.type) {
    case 'number':
      if (attribute.unit === 'mm')
        return <LengthInput label={label} value={typeof value === 'number' ? value : undefined} onChange={onChange} />;
      return (
        <NumberInput
          aria-label={label}
          size="sm"
          min={0}
          decimalScale={2}
          suffix={attribute.unit && attribute.unit !== 'sets' ? ` ${attribute.unit}` : ''}
          value={typeof value === 'number' ? value : ''}
          onChange={(v) => onChange(v === '' ? undefined : Number(v))}
        />
      );
    case 'boolean':
      return (
        <Select
          aria-label={label}
          size="sm"
          clearable
          value={typeof value === 'boolean' ? String(value) : null}
          data={[
            { value: 'true', label: t('yes') },
            { value: 'false', label: t('no') },
          ]}
          onChange={(v) => onChange(v === null ? undefined : v === 'true')}
        />
      );
    case 'enum':
      return (
        <Select
          aria-label={label}
          size="sm"
          searchable
          clearable
          value={typeof value === 'string' ? value : null}
          data={attribute.values}
          onChange={(v) => onChange(v ?? undefined)}
        />
      );
    case 'list': {
      const list = Array.isArray(value) ? value.filter((v) => typeof v === 'string') : [];
      const change = (next: string[]) => onChange(next.length > 0 ? next : undefined);
      return attribute.values.length > 0 ? (
        <MultiSelect aria-label={label} size="sm" value={list} data={attribute.values} onChange={change} />
      ) : (
        <TagsInput aria-label={label} size="sm" value={list} onChange={change} />
      );
    }
    case 'object_list':
      return <ObjectText value={Array.isArray(value) ? value : []} />;
    default:
      return (
        <TextInput
          aria-label={label}
          size="sm"
          value={typeof value === 'string' ? value : ''}
          onChange={(e) => onChange(e.currentTarget.value || undefined)}
        />
      );
  }
}

/** Hatches and the like: shown with what is known of them. */
function ObjectText({ value }: { value: HatchList }) {
  return (
    <span>
      {value
        .map((v) =>
          typeof v === 'string'
            ? v
            : Object.entries(v)
                .map(([k, x]) => (k === 'type' ? String(x) : `${k.replace(/_mm$/, '')} ${x}`))
                .join(', '),
        )
        .join('; ')}
    </span>
  );
}
