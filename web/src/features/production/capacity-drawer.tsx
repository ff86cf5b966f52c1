import { Button, CloseButton, NumberInput, SegmentedControl, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Capacity, type CapacityWeek, getCapacity, saveCapacity } from '../../../../libs/contracts/capacity.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { SideDrawer } from '../../components/side-drawer.tsx';
import { TextSkeleton } from '../../components/skeletons.tsx';
import { showToast } from '../../components/toast.tsx';
import { useErrorText } from '../../components/use-error-text.ts';
import { call } from '../../lib/call.ts';
import { keyOf, reading } from '../../lib/query.ts';
import styles from './capacity.module.css';
import { useWeekLabel } from './week-label.tsx';

const editableWeeks = 26;

/** How much an ordinary week takes, and the weeks that differ. `at` is the week to begin with; an empty text means this one. */
export function CapacityDrawer({ at, onClose }: { at: string; onClose: () => void }) {
  const { t } = useTranslation('board');
  const capacity = useQuery(reading(getCapacity, { query: { weeks: editableWeeks, ...(at ? { from: at } : {}) } }));
  return (
    <SideDrawer label={t('capacity.title')} onClose={onClose} isAtEnd>
      <div className={styles.drawer}>
        <header className={styles.drawerHead}>
          <h2>{t('capacity.title')}</h2>
          <CloseButton aria-label={t('closeLeft')} onClick={onClose} />
        </header>
        {capacity.error ? <ErrorNotice error={capacity.error} onRetry={() => void capacity.refetch()} /> : null}
        {capacity.isPending && <TextSkeleton lines={8} />}
        {capacity.data && <CapacityForm at={at} capacity={capacity.data} onSaved={onClose} />}
      </div>
    </SideDrawer>
  );
}

interface Exception {
  capacity: number | '';
  note: string;
}

function CapacityForm({ at, capacity, onSaved }: { at: string; capacity: Capacity; onSaved: () => void }) {
  const { t } = useTranslation(['board', 'settings']);
  const client = useQueryClient();
  const errorText = useErrorText();
  const [perWeek, setPerWeek] = useState<number | ''>(capacity.perWeek ?? '');
  const [counts, setCounts] = useState(capacity.counts);
  const [changed, setChanged] = useState<ReadonlyMap<string, Exception>>(new Map());
  const save = useMutation({
    mutationFn: () =>
      call(saveCapacity, {
        body: {
          perWeek: perWeek === '' ? null : perWeek,
          counts,
          weeks: [...changed].map(([week, e]) => ({
            week,
            capacity: e.capacity === '' ? null : e.capacity,
            note: e.note,
          })),
        },
      }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: keyOf(getCapacity) });
      showToast({ message: t('settings:saved') });
      onSaved();
    },
    onError: (error) => showToast({ message: errorText(error), tone: 'bad' }),
  });
  const entryOf = (week: CapacityWeek): Exception =>
    changed.get(week.week) ?? { capacity: week.isException ? week.capacity! : '', note: week.note };
  return (
    <form
      className={styles.form}
      onSubmit={(e) => {
        e.preventDefault();
        save.mutate();
      }}
    >
      <NumberInput
        label={t('capacity.perWeek')}
        description={t('capacity.perWeekHint')}
        min={0}
        max={100_000}
        allowDecimal={false}
        value={perWeek}
        data-autofocus={at === '' || undefined}
        onChange={(v) => setPerWeek(v === '' ? '' : Number(v))}
      />
      <SegmentedControl
        aria-label={t('capacity.counts')}
        value={counts}
        data={(['pieces', 'orders'] as const).map((value) => ({ value, label: t(`capacity.count.${value}`) }))}
        onChange={(v) => setCounts(v as Capacity['counts'])}
      />
      <h3 className={styles.heading}>{t('capacity.exceptions')}</h3>
      <p className={styles.hint}>{t('capacity.exceptionsHint')}</p>
      <ol className={styles.entries}>
        {capacity.weeks.map((week) => (
          <WeekEntry
            key={week.week}
            week={week}
            hasFocus={week.week === at}
            usual={perWeek}
            entry={entryOf(week)}
            onChange={(entry) => setChanged(new Map([...changed, [week.week, entry]]))}
          />
        ))}
      </ol>
      <div className={styles.foot}>
        <Button type="submit" fullWidth loading={save.isPending}>
          {t('settings:save')}
        </Button>
      </div>
    </form>
  );
}

function WeekEntry({
  week,
  hasFocus,
  usual,
  entry,
  onChange,
}: {
  week: CapacityWeek;
  hasFocus: boolean;
  usual: number | '';
  entry: Exception;
  onChange: (entry: Exception) => void;
}) {
  const { t } = useTranslation('board');
  const label = useWeekLabel()(week);
  return (
    <li className={styles.entry}>
      <span className={styles.entryLabel}>
        {label.name} <span className={styles.days}>{label.days}</span>
      </span>
      <NumberInput
        aria-label={t('capacity.of', { week: label.name })}
        placeholder={usual === '' ? '–' : String(usual)}
        min={0}
        max={100_000}
        allowDecimal={false}
        hideControls
        size="xs"
        value={entry.capacity}
        data-autofocus={hasFocus || undefined}
        onChange={(v) => onChange({ ...entry, capacity: v === '' ? '' : Number(v) })}
      />
      {entry.capacity !== '' && (
        <TextInput
          className={styles.entryNote}
          aria-label={t('capacity.noteOf', { week: label.name })}
          placeholder={t('capacity.note')}
          maxLength={200}
          size="xs"
          dir="auto"
          value={entry.note}
          onChange={(e) => onChange({ ...entry, note: e.currentTarget.value })}
        />
      )}
    </li>
  );
}
