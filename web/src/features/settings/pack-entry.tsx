import { MultiSelect, NumberInput, Select, TagsInput, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PackChange, PackSource } from '../../../../libs/contracts/production.ts';
import { interfaceLanguages } from '../../../../libs/i18n/index.ts';
import { directionOf, languageName } from '../../lib/format.ts';
import { type PackPart, textsOf, withTexts } from './pack-parts.ts';
import styles from './settings.module.css';

/** One entry of a pack: its texts in every language; of an attribute also where it stands, what it may be and where it is needed. */
export function PackEntry({
  pack,
  change,
  part,
  name,
  onChange,
}: {
  pack: PackSource;
  change: PackChange;
  part: PackPart;
  name: string;
  onChange: (change: PackChange) => void;
}) {
  const { t, i18n } = useTranslation('settings');
  const texts = textsOf(change, part)[name] ?? {};
  return (
    <div className={styles.form}>
      {interfaceLanguages.map((language) => (
        <Textarea
          key={language}
          label={t('packs.label', { language: languageName(language, i18n.language) })}
          autosize
          minRows={1}
          lang={language}
          dir={directionOf(language)}
          value={texts[language] ?? ''}
          onChange={(e) => onChange(withTexts(change, part, name, { ...texts, [language]: e.currentTarget.value }))}
        />
      ))}
      {part === 'attributes' && <AttributeFields pack={pack} change={change} name={name} onChange={onChange} />}
    </div>
  );
}

function AttributeFields({
  pack,
  change,
  name,
  onChange,
}: {
  pack: PackSource;
  change: PackChange;
  name: string;
  onChange: (change: PackChange) => void;
}) {
  const { t, i18n } = useTranslation('settings');
  const attribute = change.attributes.find((a) => a.name === name);
  if (!attribute) return null;
  const label = (texts: Record<string, string> | undefined, key: string) =>
    texts?.[i18n.language] ?? texts?.['en'] ?? key;
  const set = (next: Partial<typeof attribute>, more: Partial<PackChange> = {}) =>
    onChange({
      ...change,
      ...more,
      attributes: change.attributes.map((a) => (a.name === name ? { ...a, ...next } : a)),
    });
  const [from, to] = attribute.typical ?? [undefined, undefined];
  return (
    <>
      <Select
        label={t('packs.group')}
        allowDeselect={false}
        value={attribute.group}
        data={pack.groups.map((g) => ({ value: g, label: label(change.names.groups[g], g) }))}
        onChange={(group) => group && set({ group })}
      />
      {attribute.values && (
        <TagsInput
          label={t('packs.ofAttribute')}
          value={attribute.values}
          onChange={(values) => {
            const named = Object.fromEntries(
              values.filter((v) => !change.names.values[v]).map((v) => [v, { en: v.replaceAll('_', ' ') }]),
            );
            set({ values }, { names: { ...change.names, values: { ...change.names.values, ...named } } });
          }}
        />
      )}
      {attribute.type === 'number' && (
        <div className={styles.buttons}>
          {[from, to].map((value, i) => (
            <NumberInput
              // biome-ignore lint/suspicious/noArrayIndexKey: the first is the lower end, the second the upper
              key={i}
              label={i === 0 ? t('packs.typical') : '\u00a0'}
              value={value ?? ''}
              onChange={(v) => {
                const next: [number, number] = [from ?? 0, to ?? 0];
                next[i] = Number(v);
                set({ typical: next });
              }}
            />
          ))}
        </div>
      )}
      <MultiSelect
        label={t('packs.mandatoryFor')}
        searchable
        value={pack.productTypes.filter((p) => change.mandatory[p]?.includes(name))}
        data={pack.productTypes.map((p) => ({ value: p, label: label(change.names.productTypes[p], p) }))}
        onChange={(types) =>
          onChange({
            ...change,
            mandatory: Object.fromEntries(
              pack.productTypes.map((p) => {
                const others = (change.mandatory[p] ?? []).filter((m) => m !== name);
                return [p, types.includes(p) ? [...others, name] : others];
              }),
            ),
          })
        }
      />
    </>
  );
}
