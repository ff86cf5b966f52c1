import { Popover } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import styles from './picker.module.css';
import { PickerList, type PickerOption } from './picker-list.tsx';

/** A quiet button that says what is set, and opens a searchable list to change it. */
export function Picker({
  label,
  children,
  options,
  selected,
  onChoose,
  onCreate,
  isMany = false,
  isDisabled = false,
}: {
  /** What is chosen here, for the search field and for screen readers. */
  label: string;
  children: ReactNode;
  options: readonly PickerOption[];
  selected?: readonly (string | null)[];
  onChoose: (value: string) => void;
  onCreate?: (text: string) => void;
  /** Stays open for more choices. */
  isMany?: boolean;
  isDisabled?: boolean;
}) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="bottom-start" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <button
          type="button"
          className={styles.button}
          aria-label={label}
          title={label}
          disabled={isDisabled}
          onClick={() => setIsOpen((before) => !before)}
        >
          {children}
        </button>
      </Popover.Target>
      <Popover.Dropdown p={0}>
        {isOpen && (
          <PickerList
            label={label}
            options={options}
            selected={selected ?? []}
            onChoose={(value) => {
              if (!isMany) setIsOpen(false);
              onChoose(value);
            }}
            {...(onCreate ? { onCreate } : {})}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
