import { ActionIcon } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PackView, SpecificationValue } from '../../../../libs/contracts/production.ts';
import styles from './specification.module.css';
import { ValueInput } from './value-input.tsx';

/** One attribute: its value to correct, the buyer's own words, and one key to confirm. Enter confirms, Delete on the button removes. */
export function ValueRow({
  attribute,
  value,
  isMandatory,
  onChange,
  onFocus,
}: {
  attribute: PackView['attributes'][number];
  value: SpecificationValue | undefined;
  isMandatory: boolean;
  onChange: (value: SpecificationValue | undefined) => void;
  onFocus: () => void;
}) {
  const { t } = useTranslation('specification');
  const state = value?.state ?? (isMandatory ? 'missing' : 'empty');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens to what the fields inside it do
    <div
      className={styles.row}
      data-state={state}
      onFocus={onFocus}
      onKeyDown={(e) => {
        if (e.key === 'Enter' && value?.state === 'candidate') onChange({ ...value, state: 'confirmed' });
      }}
    >
      <span className={styles.label}>
        {attribute.label}
        {isMandatory && <span title={t('missing')}> *</span>}
        {value?.stated && (
          <q className={styles.stated} dir="auto">
            {value.stated}
          </q>
        )}
      </span>
      <ValueInput
        attribute={attribute}
        value={value?.value}
        onChange={(next) =>
          onChange(
            next === undefined
              ? undefined
              : {
                  value: next,
                  stated: value?.stated ?? null,
                  unit: value?.unit ?? null,
                  source: value?.source ?? null,
                  state: 'confirmed',
                  confidence: null,
                  by: null,
                },
          )
        }
      />
      <span className={styles.buttons}>
        {value?.state === 'candidate' && (
          <ActionIcon
            variant="light"
            aria-label={`${t('confirm')}: ${attribute.label}`}
            title={t('candidate')}
            onClick={() => onChange({ ...value, state: 'confirmed' })}
          >
            <IconCheck size={16} />
          </ActionIcon>
        )}
        {value && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`${t('reject')}: ${attribute.label}`}
            title={t('reject')}
            onClick={() => onChange(undefined)}
          >
            <IconX size={16} />
          </ActionIcon>
        )}
      </span>
    </div>
  );
}
