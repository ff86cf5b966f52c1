import { ActionIcon } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PackView, SpecificationValue } from '../../../../libs/contracts/production.ts';
import styles from './specification.module.css';
import { ValueInput } from './value-input.tsx';

/** One attribute: its value to correct, the buyer's own words, and what confirms or removes it. */
export function ValueRow({
  itemId,
  attribute,
  value,
  isMandatory,
  isConflict,
  onChange,
  onFocus,
}: {
  itemId: string;
  attribute: PackView['attributes'][number];
  value: SpecificationValue | undefined;
  isMandatory: boolean;
  isConflict: boolean;
  onChange: (value: SpecificationValue | undefined) => void;
  onFocus: () => void;
}) {
  const { t } = useTranslation('specification');
  const isOpenConflict = isConflict && value?.state !== 'confirmed';
  const state = value?.state ?? (isMandatory ? 'missing' : 'empty');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens to what the fields inside it do
    <div
      className={styles.row}
      data-state={state}
      onFocus={onFocus}
      data-row={`${itemId} ${attribute.name}`}
      tabIndex={-1}
      onKeyDown={(e) => {
        if (e.key === 'Enter' && value?.state === 'candidate' && e.target !== e.currentTarget)
          onChange({ ...value, state: 'confirmed' });
      }}
    >
      <span className={styles.label}>
        {attribute.label}
        {isMandatory && <span title={t('missing')}> *</span>}
        {isOpenConflict && <span className={styles.conflict}>{t('conflict')}</span>}
        {value?.stated && (
          <q className={styles.stated} dir="auto">
            {value.stated}
          </q>
        )}
      </span>
      <ValueInput
        attribute={attribute}
        value={value?.value}
        onChange={(next, unit) =>
          onChange(
            next === undefined
              ? undefined
              : {
                  value: next,
                  stated: value?.stated ?? null,
                  unit: unit === undefined ? (value?.unit ?? null) : unit,
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
