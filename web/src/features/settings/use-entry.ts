import { type QueryClient, useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { showToast } from '../../components/toast.tsx';
import { useErrorText } from '../../components/use-error-text.ts';
import { call } from '../../lib/call.ts';
import { keyOf } from '../../lib/query.ts';
import { type Faults, faultsOf, faultsOfRefusal } from './faults.ts';
import { keptParts } from './rule-text.ts';
import { record, type Section } from './sections.ts';

export type Entry = z.infer<typeof record>;

/** Only what the contract takes, without what is not set. */
function bodyOf(section: Section, id: string | null, form: Entry): Entry {
  const known = Object.keys((id ? section.update : section.create).body.shape);
  const whole = section.id === 'routing' ? { ...form, ...keptParts(form) } : form;
  return Object.fromEntries(known.flatMap((name) => (whole[name] === undefined ? [] : [[name, whole[name]]])));
}

/** Saves and removes an entry, each to be taken back; says what is wrong with it field by field. */
export function useEntry(
  section: Section,
  entry: Entry | null,
  client: QueryClient,
  onDone: (id: string | null) => void,
) {
  const { t } = useTranslation('settings');
  const errorText = useErrorText();
  const id = typeof entry?.['id'] === 'string' ? entry['id'] : null;
  const [state, setState] = useState<{ faults: Faults; refusal: string | null; attempt: number }>({
    faults: new Map(),
    refusal: null,
    attempt: 0,
  });
  const refuse = (faults: Faults, refusal: string | null) =>
    setState((before) => ({ faults, refusal, attempt: before.attempt + 1 }));
  const settle = () => client.invalidateQueries({ queryKey: keyOf(section.list) });
  const write = async (to: string | null, form: Entry): Promise<Entry> =>
    record.parse(
      await call(to ? section.update : section.create, {
        ...(to ? { params: { id: to } } : {}),
        body: bodyOf(section, to, form),
      }),
    );
  const takeBack = (form: Entry, to: string | null) => ({
    label: t('undo'),
    run: () =>
      void write(to, form).then(
        async (back) => {
          await settle();
          onDone(String(back['id']));
        },
        (error: unknown) => showToast({ message: errorText(error), tone: 'bad' }),
      ),
  });

  const save = useMutation({
    mutationFn: async (form: Entry) => {
      const contract = (id ? section.update : section.create).body;
      const checked = contract.safeParse(bodyOf(section, id, form), { reportInput: true });
      if (!checked.success) {
        refuse(faultsOf(checked.error, t), null);
        return null;
      }
      return write(id, form);
    },
    onSuccess: async (made) => {
      if (!made) return;
      refuse(new Map(), null);
      await settle();
      showToast({ message: t('saved'), action: entry ? takeBack(entry, id) : undefined });
      onDone(String(made['id']));
    },
    onError: (error) => {
      const faults = faultsOfRefusal(error, t);
      refuse(faults, faults.size > 0 ? null : errorText(error));
    },
  });
  const remove = useMutation({
    mutationFn: () => call(section.remove!, { params: { id } }),
    onSuccess: async () => {
      await settle();
      showToast({
        message: t('removed'),
        action: entry && !section.isRemovalFinal ? takeBack(entry, null) : undefined,
      });
      onDone(null);
    },
    onError: (error) => refuse(new Map(), errorText(error)),
  });
  return { save, remove, ...state };
}
