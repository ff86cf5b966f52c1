import { Button, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type {
  PackView,
  SpecificationItem,
  SpecificationValue,
  ValueProposal,
} from '../../../../libs/contracts/production.ts';
import styles from './specification.module.css';
import { ValueRow } from './value-row.tsx';

/** One item: product, then its attributes by group; mandatory ones stand there even when nothing was said. */
export function ItemForm({
  item,
  conflicts,
  proposed,
  otherwise,
  pack,
  onChange,
  onActive,
  onTake,
  onTurnDown,
  onRemove,
}: {
  item: SpecificationItem;
  /** Attributes of which the buyer says two different things: each is looked at by itself. */
  conflicts: ReadonlySet<string>;
  /** Attributes whose value a language model proposed where nothing was found; likewise. */
  proposed: ReadonlySet<string>;
  /** What a language model reads instead of what was found, by attribute. */
  otherwise: ReadonlyMap<string, ValueProposal>;
  pack: PackView;
  onChange: (item: SpecificationItem) => void;
  /** Item and attribute, as `BuyerWords` marks them. */
  onActive: (row: string) => void;
  onTake: (proposal: ValueProposal) => SpecificationValue;
  onTurnDown: (proposalId: string) => void;
  onRemove?: () => void;
}) {
  const { t } = useTranslation('specification');
  const mandatory = new Set(
    (pack.productTypes.find((p) => p.value === item.productType)?.mandatory ?? []).flatMap((m) => m.split('|')),
  );
  const isShown = (name: string) => item.values[name] !== undefined || mandatory.has(name);
  const set = (name: string, value: SpecificationValue | undefined) => {
    const { [name]: _, ...rest } = item.values;
    onChange({ ...item, values: value ? { ...rest, [name]: value } : rest });
  };
  const isApart = (name: string) => conflicts.has(name) || proposed.has(name) || otherwise.has(name);
  const candidates = Object.entries(item.values).some(([name, v]) => v.state === 'candidate' && !isApart(name));
  const empty: SpecificationValue = {
    value: '',
    stated: null,
    unit: null,
    source: null,
    state: 'confirmed',
    confidence: null,
    by: null,
  };
  const startValue = (type: string) =>
    type === 'number' ? 0 : type === 'boolean' ? true : type === 'list' || type === 'object_list' ? [] : '—';
  return (
    <div>
      <div className={styles.itemHead}>
        <Select
          label={t('product')}
          searchable
          allowDeselect={false}
          value={item.productType}
          data={pack.productTypes.map(({ value, label }) => ({ value, label }))}
          onChange={(v) => v && onChange({ ...item, productType: v })}
        />
        {candidates && (
          <Button
            variant="light"
            onClick={() =>
              onChange({
                ...item,
                values: Object.fromEntries(
                  Object.entries(item.values).map(([k, v]) => [
                    k,
                    isApart(k) ? v : { ...v, state: 'confirmed' as const },
                  ]),
                ),
              })
            }
          >
            {t('confirmAll')}
          </Button>
        )}
        {onRemove && (
          <Button variant="subtle" color="gray" onClick={onRemove}>
            {t('removeItem')}
          </Button>
        )}
      </div>
      {pack.groups.map((group) => {
        const attributes = pack.attributes.filter((a) => a.group === group.id && isShown(a.name));
        if (attributes.length === 0) return null;
        return (
          <div key={group.id}>
            <h3 className={styles.group}>{group.label}</h3>
            {attributes.map((a) => (
              <ValueRow
                key={a.name}
                itemId={item.id}
                attribute={a}
                value={item.values[a.name]}
                isMandatory={mandatory.has(a.name)}
                isConflict={conflicts.has(a.name)}
                isProposed={proposed.has(a.name)}
                otherwise={otherwise.get(a.name)}
                onTake={(p) => set(a.name, { ...onTake(p), state: 'confirmed' })}
                onTurnDown={onTurnDown}
                onChange={(v) => set(a.name, v)}
                onFocus={() => onActive(`${item.id} ${a.name}`)}
              />
            ))}
          </div>
        );
      })}
      <Select
        mt="sm"
        placeholder={t('addAttribute')}
        aria-label={t('addAttribute')}
        searchable
        value={null}
        data={pack.attributes.filter((a) => !isShown(a.name)).map((a) => ({ value: a.name, label: a.label }))}
        onChange={(name) => {
          const attribute = pack.attributes.find((a) => a.name === name);
          if (attribute)
            set(attribute.name, {
              ...empty,
              value: attribute.type === 'enum' ? (attribute.values[0]?.value ?? '') : startValue(attribute.type),
            });
        }}
      />
    </div>
  );
}
