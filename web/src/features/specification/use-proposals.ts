import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import {
  decideProposal,
  getSpecification,
  type Specification,
  type SpecificationItem,
  type SpecificationValue,
  type ValueProposal,
} from '../../../../libs/contracts/production.ts';
import { showToast } from '../../components/toast.tsx';
import { useErrorText } from '../../components/use-error-text.ts';
import { call } from '../../lib/call.ts';
import { keyOf } from '../../lib/query.ts';

/**
 * What a language model proposed, among the values as if it were found, and apart from them in what is saved: a proposal enters
 * the draft when it is confirmed, corrected or taken, and is turned down when its row is removed.
 */
export function useProposals(
  known: Specification | undefined,
  draft: { items: SpecificationItem[]; change: (items: SpecificationItem[]) => void },
) {
  const client = useQueryClient();
  const text = useErrorText();
  /** The same object for the same proposal, also after it was turned down: so it is told from what a person set. */
  const values = useRef(new Map<string, SpecificationValue>());
  const proposals = known?.proposals ?? [];
  const key = keyOf(getSpecification, { params: { id: known?.id ?? '' } });
  const replace = (next: (now: ValueProposal[]) => ValueProposal[]) =>
    client.setQueryData<Specification>(key, (now) => now && { ...now, proposals: next(now.proposals) });
  const decide = useMutation({
    mutationFn: ({ id, isRejected }: { id: string; isRejected: boolean }) =>
      call(decideProposal, { params: { id }, body: { isRejected } }),
    onMutate: ({ id, isRejected }) => {
      if (isRejected) replace((now) => now.filter((p) => p.id !== id));
    },
    // Only the proposals: of the draft, what is on the screen may be newer.
    onSuccess: (saved) => replace(() => saved.proposals),
    onError: (error) => {
      showToast({ message: text(error), tone: 'bad' });
      void client.invalidateQueries({ queryKey: key });
    },
  });
  const asValue = (p: ValueProposal): SpecificationValue => {
    const { value, unit, stated, source, confidence } = p;
    const made = values.current.get(p.id) ?? { value, unit, stated, source, confidence, state: 'candidate', by: null };
    values.current.set(p.id, made);
    return made;
  };

  const missing = proposals.filter((p) => {
    const item = draft.items.find((i) => i.id === p.itemId);
    return item && item.values[p.attribute] === undefined;
  });
  const items = draft.items.map((item) => ({
    ...item,
    values: {
      ...item.values,
      ...Object.fromEntries(missing.filter((p) => p.itemId === item.id).map((p) => [p.attribute, asValue(p)])),
    },
  }));
  /** Of an item: proposals that stand where nothing was found, and other readings of what was found, by attribute. */
  const of = (itemId: string) => {
    const found = draft.items.find((i) => i.id === itemId)?.values ?? {};
    const mine = proposals.filter((p) => p.itemId === itemId);
    return {
      proposed: new Set(missing.filter((p) => p.itemId === itemId).map((p) => p.attribute)),
      otherwise: new Map(mine.filter((p) => found[p.attribute]?.state === 'candidate').map((p) => [p.attribute, p])),
    };
  };
  const reject = (id: string) => decide.mutate({ id, isRejected: true });

  // Taking something back happens later, with what is there by then.
  const now = useRef({ draft, missing });
  useEffect(() => {
    now.current = { draft, missing };
  });
  const change = (next: SpecificationItem[]) => {
    const shown = now.current.missing;
    const ids = new Map([...values.current].map(([id, value]) => [value, id]));
    for (const p of shown) {
      const item = next.find((i) => i.id === p.itemId);
      if (item && item.values[p.attribute] === undefined) reject(p.id);
    }
    for (const value of next.flatMap((i) => Object.values(i.values))) {
      const id = ids.get(value);
      if (id && !shown.some((p) => p.id === id)) decide.mutate({ id, isRejected: false });
    }
    const kept = next.map((item) => ({
      ...item,
      values: Object.fromEntries(Object.entries(item.values).filter(([, value]) => !ids.has(value))),
    }));
    if (JSON.stringify(kept) !== JSON.stringify(now.current.draft.items)) now.current.draft.change(kept);
  };
  return { items, of, change, reject, take: asValue };
}
