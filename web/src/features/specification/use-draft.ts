import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import {
  getSpecification,
  type Specification,
  type SpecificationItem,
  saveSpecification,
} from '../../../../libs/contracts/production.ts';
import { showToast } from '../../components/toast.tsx';
import { useErrorText } from '../../components/use-error-text.ts';
import { call } from '../../lib/call.ts';
import { keyOf } from '../../lib/query.ts';

const pauseMs = 700;

/** What is being typed, saved after a short pause; a save that fails keeps everything on the screen. */
export function useDraft(id: string, known: Specification | undefined) {
  const client = useQueryClient();
  const text = useErrorText();
  const [items, setItems] = useState<SpecificationItem[]>([]);
  const [dueDate, setDueDate] = useState<string | null>(null);
  const [isDirty, setIsDirty] = useState(false);
  const state = useRef({ items, dueDate, revision: 0, isDirty: false });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  useEffect(() => {
    if (!known || state.current.isDirty) return;
    state.current = { items: known.items, dueDate: known.dueDate, revision: known.revision, isDirty: false };
    setItems(known.items);
    setDueDate(known.dueDate);
  }, [known]);

  const flush = useCallback(async () => {
    clearTimeout(timer.current);
    if (!state.current.isDirty) return;
    const { items: sent, dueDate: due, revision } = state.current;
    try {
      const saved = await call(saveSpecification, { params: { id }, body: { revision, items: sent, dueDate: due } });
      state.current.revision = saved.revision;
      if (state.current.items === sent && state.current.dueDate === due) {
        state.current.isDirty = false;
        setIsDirty(false);
        client.setQueryData(keyOf(getSpecification, { params: { id } }), saved);
      }
    } catch (error) {
      showToast({ message: text(error), tone: 'bad' });
      throw error;
    }
  }, [client, id, text]);

  const touch = (next: Partial<{ items: SpecificationItem[]; dueDate: string | null }>) => {
    state.current = { ...state.current, ...next, isDirty: true };
    if (next.items) setItems(next.items);
    if ('dueDate' in next) setDueDate(next.dueDate ?? null);
    setIsDirty(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush().catch(() => undefined), pauseMs);
  };

  return {
    items,
    dueDate,
    isDirty,
    flush,
    change: (next: SpecificationItem[]) => touch({ items: next }),
    changeDueDate: (next: string | null) => touch({ dueDate: next }),
  };
}
