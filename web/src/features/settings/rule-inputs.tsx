import { Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoutingRule } from '../../../../libs/contracts/routing.ts';
import { IconButton } from '../../components/icon-button.tsx';
import type { Field, FieldInputProps } from './sections.ts';
import styles from './settings.module.css';

type Part = RoutingRule['conditions'] | RoutingRule['actions'];
type Values = Record<string, unknown>;
type PartName = Exclude<keyof typeof import('../../../../libs/i18n/locales/en/settings.json')['rule'], 'no' | 'add'>;

/** What a rule may ask, and what it may do: each in the order in which it is offered. */
export const ruleParts: Record<'conditions' | 'actions', readonly Field<PartName>[]> = {
  conditions: [
    { name: 'languages', kind: 'languages' },
    { name: 'countries', kind: 'countries' },
    { name: 'regions', kind: 'regions' },
    { name: 'storeIds', kind: 'stores' },
    { name: 'channelIds', kind: 'channels' },
    { name: 'intents', kind: 'intents' },
    { name: 'tags', kind: 'tags' },
    { name: 'subjectContains', kind: 'text' },
  ],
  actions: [
    { name: 'teamId', kind: 'team' },
    { name: 'userId', kind: 'person' },
    { name: 'addTags', kind: 'tags' },
    { name: 'priority', kind: 'priority' },
  ],
};
const begun: Partial<Record<PartName, unknown>> = {
  subjectContains: '',
  teamId: null,
  userId: null,
  priority: 'high',
};

/** The conditions or the actions of a rule: those that are set, one a line, and a list of the others. */
export function RuleInput({
  part,
  label,
  value,
  onChange,
  fault,
  renderPart,
}: {
  part: 'conditions' | 'actions';
  label: string;
  value: Part;
  onChange: (value: Values) => void;
  fault: (path: string) => string | undefined;
  /** The control of one line. */
  renderPart: (props: FieldInputProps) => ReactNode;
}) {
  const { t } = useTranslation('settings');
  const values = value as Values;
  const fields = ruleParts[part];
  const set = fields.filter((f) => values[f.name] !== undefined);
  const free = fields.filter((f) => values[f.name] === undefined);
  const name = (field: Field<PartName>) => t(`rule.${field.name}`);
  return (
    <fieldset className={styles.fieldset}>
      <legend>{label}</legend>
      {set.length === 0 && <p className={styles.soft}>{t(`rule.no.${part}`)}</p>}
      {set.map((field) => (
        <div key={field.name} className={styles.row}>
          {renderPart({
            field,
            label: name(field),
            value: values[field.name],
            fault: (path) => fault(path ? `${field.name}.${path}` : field.name),
            onChange: (next) => onChange({ ...values, [field.name]: next }),
          })}
          <IconButton
            icon={IconX}
            label={t('removeRow', { name: name(field) })}
            onClick={() => {
              const { [field.name]: _, ...rest } = values;
              onChange(rest);
            }}
          />
        </div>
      ))}
      {fault('') && <p className={styles.bad}>{fault('')}</p>}
      {free.length > 0 && (
        <Select
          aria-label={t(`rule.add.${part}`)}
          placeholder={t(`rule.add.${part}`)}
          data={free.map((f) => ({ value: f.name, label: name(f) }))}
          value={null}
          onChange={(chosen) => {
            if (chosen) onChange({ ...values, [chosen]: chosen in begun ? begun[chosen as PartName] : [] });
          }}
        />
      )}
    </fieldset>
  );
}
