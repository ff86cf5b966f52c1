import { ActionIcon, Button } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PackView, SpecificationValue, ValueProposal } from '../../../../libs/contracts/production.ts';
import styles from './specification.module.css';
import { ValueInput } from './value-input.tsx';

/** One attribute: its value to correct, the buyer's own words, and what confirms or removes it. */
export function ValueRow({
  itemId,
  attribute,
  value,
  isMandatory,
  isConflict,
  isProposed,
  otherwise,
  onTake,
  onTurnDown,
  onChange,
  onFocus,
}: {
  itemId: string;
  attribute: PackView['attributes'][number];
  value: SpecificationValue | undefined;
  isMandatory: boolean;
  isConflict: boolean;
  /** By a language model, where nothing was found. */
  isProposed: boolean;
  /** What a language model reads instead of the value. */
  otherwise: ValueProposal | undefined;
  onTake: (proposal: ValueProposal) => void;
  onTurnDown: (proposalId: string) => void;
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
        {isProposed && <span className={styles.proposed}>{t('model.chip')}</span>}
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
            title={t(isProposed ? 'model.proposed' : 'candidate')}
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
      {otherwise && (
        <span className={styles.otherwise}>
          <span dir="auto">{t('model.readsOtherwise', { value: otherwise.text })}</span>
          <q className={styles.stated} dir="auto">
            {otherwise.stated}
          </q>
          <Button
            variant="light"
            size="compact-sm"
            aria-label={`${t('model.take')}: ${attribute.label} ${otherwise.text}`}
            onClick={() => onTake(otherwise)}
          >
            {t('model.take')}
          </Button>
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            aria-label={`${t('model.turnDown')}: ${attribute.label} ${otherwise.text}`}
            onClick={() => onTurnDown(otherwise.id)}
          >
            {t('model.turnDown')}
          </Button>
        </span>
      )}
    </div>
  );
}
