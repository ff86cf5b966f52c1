import { IconArrowBackUp, IconCheck, IconPencil, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SpecificationItem, SpecificationValue } from '../../../../libs/contracts/production.ts';
import { showToast } from '../../components/toast.tsx';
import { useCommands } from '../../lib/use-commands.ts';

const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-row]')];
const current = (): HTMLElement | null => document.activeElement?.closest<HTMLElement>('[data-row]') ?? null;

/** Puts the focus on the row of a value. @param row item id and attribute name */
export function focusRow(row: string): void {
  const found = rows().find((r) => r.dataset['row'] === row);
  found?.focus();
  found?.scrollIntoView({ block: 'nearest' });
}

/** Values by key: to the next, confirm, correct, remove, and take a removal back. */
export function useValueCommands(
  items: readonly SpecificationItem[],
  change: (items: SpecificationItem[]) => void,
): void {
  const { t } = useTranslation('specification');
  const step = (by: 1 | -1, only?: string) => {
    const all = rows().filter((r) => !only || r.dataset['state'] === only || r === current());
    const at = current() ? all.indexOf(current()!) : by > 0 ? -1 : all.length;
    const next = all[at + by];
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  };
  /** The value the focus is on. */
  const at = (): { itemId: string; attribute: string; value: SpecificationValue } | null => {
    const [itemId, attribute] = current()?.dataset['row']?.split(' ') ?? [];
    const value = items.find((i) => i.id === itemId)?.values[attribute ?? ''];
    return itemId && attribute && value ? { itemId, attribute, value } : null;
  };
  const set = (itemId: string, attribute: string, value: SpecificationValue | null) =>
    change(
      items.map((item) => {
        if (item.id !== itemId) return item;
        const { [attribute]: _, ...rest } = item.values;
        return { ...item, values: value ? { ...rest, [attribute]: value } : rest };
      }),
    );
  useCommands([
    {
      id: 'specification.next',
      title: t('keys.next'),
      group: 'specification',
      keys: ['j', 'ArrowDown'],
      isKeyOnly: true,
      run: () => step(1),
    },
    {
      id: 'specification.previous',
      title: t('keys.previous'),
      group: 'specification',
      keys: ['k', 'ArrowUp'],
      isKeyOnly: true,
      run: () => step(-1),
    },
    {
      id: 'specification.confirm',
      title: t('keys.confirm'),
      group: 'specification',
      keys: ['Enter'],
      icon: IconCheck,
      isKeyOnly: true,
      run: () => {
        const found = at();
        if (found?.value.state === 'candidate')
          set(found.itemId, found.attribute, { ...found.value, state: 'confirmed' });
        step(1, 'candidate');
      },
    },
    {
      id: 'specification.correct',
      title: t('keys.correct'),
      group: 'specification',
      keys: ['e'],
      icon: IconPencil,
      isKeyOnly: true,
      run: () => current()?.querySelector<HTMLElement>('input, textarea')?.focus(),
    },
    {
      id: 'specification.reject',
      title: t('keys.reject'),
      group: 'specification',
      keys: ['x', 'Delete'],
      icon: IconX,
      isKeyOnly: true,
      run: () => {
        const found = at();
        if (!found) return;
        step(1);
        set(found.itemId, found.attribute, null);
        showToast({
          message: t('valueRemoved'),
          action: { label: t('undo'), run: () => change([...items]) },
        });
      },
    },
    {
      id: 'specification.leave',
      title: t('keys.leave'),
      group: 'specification',
      keys: ['Escape'],
      icon: IconArrowBackUp,
      isKeyOnly: true,
      worksWhileTyping: true,
      run: () => current()?.focus(),
    },
  ]);
}
