import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PackChange, PackSource } from '../../../../libs/contracts/production.ts';
import styles from './settings.module.css';

const kinds = ['number', 'string', 'boolean', 'enum', 'list'] as const;
type Kind = (typeof kinds)[number];
const units = ['mm', 'kg', '°', 'days', 'sets'] as const;

/** What the pack should know besides; its names and values are entered next. */
export function AddAttribute({
  pack,
  change,
  onAdd,
}: {
  pack: PackSource;
  change: PackChange;
  onAdd: (change: PackChange, name: string) => void;
}) {
  const { t, i18n } = useTranslation('settings');
  const [name, setName] = useState('');
  const [type, setType] = useState<Kind>('enum');
  const [unit, setUnit] = useState<string | null>(null);
  const [group, setGroup] = useState(pack.groups[0] ?? '');
  const isFree = /^[a-z][a-z0-9_]*$/.test(name) && !change.attributes.some((a) => a.name === name);
  const add = () =>
    onAdd(
      {
        ...change,
        attributes: [
          ...change.attributes,
          {
            name,
            group,
            type,
            ...(type === 'number' && unit ? { unit } : {}),
            ...(type === 'enum' || type === 'list' ? { values: [] } : {}),
          },
        ],
        names: { ...change.names, attributes: { ...change.names.attributes, [name]: {} } },
      },
      name,
    );
  return (
    <form
      className={styles.form}
      onSubmit={(e) => {
        e.preventDefault();
        if (isFree) add();
      }}
    >
      <h3>{t('packs.add')}</h3>
      <TextInput
        label={t('packs.key')}
        description={t('packs.keyHint')}
        dir="ltr"
        error={name !== '' && !isFree}
        value={name}
        onChange={(e) => setName(e.currentTarget.value)}
      />
      <Select
        label={t('packs.type')}
        allowDeselect={false}
        value={type}
        data={kinds.map((value) => ({ value, label: t(`packs.kinds.${value}`) }))}
        onChange={(v) => v && setType(v as Kind)}
      />
      {type === 'number' && (
        <Select label={t('packs.unit')} clearable value={unit} data={[...units]} onChange={setUnit} />
      )}
      <Select
        label={t('packs.group')}
        allowDeselect={false}
        value={group}
        data={pack.groups.map((g) => ({ value: g, label: change.names.groups[g]?.[i18n.language] ?? g }))}
        onChange={(v) => v && setGroup(v)}
      />
      <Button type="submit" disabled={!isFree}>
        {t('packs.add')}
      </Button>
    </form>
  );
}
