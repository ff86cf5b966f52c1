import { Alert, Button, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  getPack,
  getPackSource,
  listPacks,
  type PackChange,
  type PackSource,
  savePack,
} from '../../../../libs/contracts/production.ts';
import { nextPackVersion } from '../../../../libs/specification/pack-version.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { TimeAgo } from '../../components/time-ago.tsx';
import { showToast } from '../../components/toast.tsx';
import { useErrorText } from '../../components/use-error-text.ts';
import { call } from '../../lib/call.ts';
import { keyOf, reading } from '../../lib/query.ts';
import { AddAttribute } from './add-attribute.tsx';
import { PackEntry } from './pack-entry.tsx';
import { entriesOf, type PackPart, packParts } from './pack-parts.ts';
import styles from './settings.module.css';

/** The trades as data: names, values, questions and attributes, changed on a copy and saved as the next version. */
export function PacksPage() {
  const { t } = useTranslation('settings');
  const packs = useQuery(reading(listPacks));
  const [id, setId] = useState<string | null>(null);
  const chosen = id ?? packs.data?.items[0]?.id ?? null;
  const source = useQuery({
    ...reading(getPackSource, { params: { packId: chosen ?? '' } }),
    enabled: chosen !== null,
  });
  const error = packs.error ?? source.error;
  if (error) return <ErrorNotice error={error} onRetry={() => void source.refetch()} />;
  return (
    <>
      <p className={styles.about}>{t('about.packs')}</p>
      <Select
        label={t('packs.pack')}
        maw={320}
        mb="md"
        allowDeselect={false}
        value={chosen}
        data={(packs.data?.items ?? []).map((p) => ({ value: p.id, label: `${p.name} · ${p.version}` }))}
        onChange={setId}
      />
      {source.data && <PackEditor key={`${source.data.id}@${source.data.version}`} source={source.data} />}
    </>
  );
}

const changeOf = ({ attributes, mandatory, names, questions }: PackSource): PackChange => ({
  attributes,
  mandatory,
  names,
  questions,
});

function PackEditor({ source }: { source: PackSource }) {
  const { t, i18n } = useTranslation('settings');
  const [change, setChange] = useState<PackChange>(() => changeOf(source));
  const [part, setPart] = useState<PackPart>('attributes');
  const [chosen, setChosen] = useState<string | null>(null);
  const [search, setSearch] = useState('');
  const [note, setNote] = useState('');
  const { faults, save } = useSave(source, change, note);
  const isChanged = JSON.stringify(change) !== JSON.stringify(changeOf(source));
  const entries = entriesOf(change, part, i18n.language).filter(
    (e) => e.key.includes(search.toLowerCase()) || e.label.toLowerCase().includes(search.toLowerCase()),
  );
  return (
    <>
      <div className={styles.packBar}>
        <SegmentedControl
          value={part}
          data={packParts.map((value) => ({ value, label: t(`packs.${value}`) }))}
          onChange={(value) => {
            setPart(value as PackPart);
            setChosen(null);
          }}
        />
        <TextInput
          type="search"
          aria-label={t('packs.find')}
          placeholder={t('packs.find')}
          value={search}
          onChange={(e) => setSearch(e.currentTarget.value)}
        />
      </div>
      <div className={styles.columns}>
        <div className={styles.packList}>
          {entries.map((e) => (
            <button
              key={e.key}
              type="button"
              className={styles.entry}
              data-active={e.key === chosen || undefined}
              aria-pressed={e.key === chosen}
              onClick={() => setChosen(e.key)}
            >
              <bdi>{e.label}</bdi>
              <bdi className={styles.soft}>{e.key}</bdi>
            </button>
          ))}
        </div>
        <div>
          {chosen ? (
            <PackEntry
              key={`${part} ${chosen}`}
              pack={source}
              change={change}
              part={part}
              name={chosen}
              onChange={setChange}
            />
          ) : (
            part === 'attributes' && (
              <AddAttribute
                pack={source}
                change={change}
                onAdd={(next, name) => {
                  setChange(next);
                  setChosen(name);
                }}
              />
            )
          )}
          {chosen && part === 'attributes' && (
            <Button variant="subtle" mt="sm" onClick={() => setChosen(null)}>
              {t('packs.add')}
            </Button>
          )}
        </div>
      </div>
      <section className={styles.packSave} aria-live="polite">
        {faults && faults.length > 0 && (
          <Alert color="red" title={t('packs.faults', { count: faults.length })}>
            <ul>
              {faults.map((f) => (
                <li key={f} dir="ltr">
                  {f}
                </li>
              ))}
            </ul>
          </Alert>
        )}
        <TextInput label={t('packs.note')} value={note} onChange={(e) => setNote(e.currentTarget.value)} />
        <div className={styles.buttons}>
          <Button disabled={!isChanged} loading={save.isPending} onClick={() => save.mutate(false)}>
            {t('packs.saveAs', { version: nextPackVersion(source.version) })}
          </Button>
          <Button variant="default" disabled={!isChanged} onClick={() => save.mutate(true)}>
            {t('packs.check')}
          </Button>
          <Button variant="subtle" disabled={!isChanged} onClick={() => setChange(changeOf(source))}>
            {t('packs.discard')}
          </Button>
        </div>
        {!isChanged && <p className={styles.soft}>{t('packs.unchanged')}</p>}
        <h3>{t('packs.versions')}</h3>
        <ol className={styles.packVersions}>
          {source.versions.map((v) => (
            <li key={v.version}>
              <bdi>{v.version}</bdi> · <TimeAgo at={v.at} /> · <bdi>{v.by ?? t('packs.shipped')}</bdi>
              {v.note && <q dir="auto">{v.note}</q>}
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}

function useSave(source: PackSource, change: PackChange, note: string) {
  const { t } = useTranslation('settings');
  const client = useQueryClient();
  const text = useErrorText();
  const [faults, setFaults] = useState<string[] | null>(null);
  const save = useMutation({
    mutationFn: (isDryRun: boolean) =>
      call(savePack, { params: { packId: source.id }, body: { ...change, base: source.version, note, isDryRun } }),
    onSuccess: ({ version, faults: found }, isDryRun) => {
      setFaults(found);
      if (found.length === 0) showToast({ message: isDryRun ? t('packs.noFaults') : t('saved') });
      if (version === null) return;
      for (const endpoint of [getPackSource, listPacks, getPack])
        void client.invalidateQueries({ queryKey: keyOf(endpoint) });
    },
    onError: (error) => showToast({ message: text(error), tone: 'bad' }),
  });
  return { faults, save };
}
