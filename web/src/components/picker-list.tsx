import { IconCheck } from '@tabler/icons-react';
import { type ReactNode, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './picker-list.module.css';

export interface PickerOption {
  value: string;
  label: string;
  icon?: ReactNode;
  /** Quiet words at the end of the line. */
  detail?: ReactNode;
  /** More words to find it by. */
  keywords?: string;
  group?: string;
}

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();

/**
 * Options to search by typing and choose by arrow keys and Enter, for popovers and dialogs. With `onCreate`, what was
 * typed can become an option.
 */
export function PickerList({
  label,
  options,
  selected,
  onChoose,
  onCreate,
}: {
  label: string;
  options: readonly PickerOption[];
  selected?: readonly (string | null)[];
  onChoose: (value: string) => void;
  onCreate?: (text: string) => void;
}) {
  const { t } = useTranslation();
  const id = useId();
  const [search, setSearch] = useState('');
  const [active, setActive] = useState(() =>
    Math.max(
      0,
      options.findIndex((o) => selected?.includes(o.value)),
    ),
  );
  const list = useRef<HTMLDivElement>(null);
  const found = useMemo(() => {
    const words = plain(search).split(/\s+/u).filter(Boolean);
    return options.filter((o) => words.every((w) => plain(`${o.label} ${o.keywords ?? ''}`).includes(w)));
  }, [options, search]);
  const creatable = onCreate && search.trim() !== '' && !options.some((o) => plain(o.label) === plain(search.trim()));
  const count = found.length + (creatable ? 1 : 0);
  const at = Math.min(active, Math.max(0, count - 1));

  const move = (to: number) => {
    if (count === 0) return;
    const next = (to + count) % count;
    setActive(next);
    list.current?.querySelectorAll('[role=option]')[next]?.scrollIntoView({ block: 'nearest' });
  };
  const choose = (index: number) => {
    const option = found[index];
    if (option) onChoose(option.value);
    else if (creatable) {
      onCreate(search.trim());
      setSearch('');
    }
  };
  return (
    <div className={styles.picker} data-own-keys>
      <input
        className={styles.search}
        role="combobox"
        aria-label={label}
        aria-expanded
        aria-controls={id}
        aria-activedescendant={count > 0 ? `${id}-${at}` : undefined}
        placeholder={label}
        value={search}
        // biome-ignore lint/a11y/noAutofocus: the picker was opened to type into
        autoFocus
        data-autofocus
        dir="auto"
        onChange={(e) => {
          setSearch(e.target.value);
          setActive(0);
        }}
        onKeyDown={(e) => {
          if (e.nativeEvent.isComposing) return;
          if (e.key === 'ArrowDown') move(at + 1);
          else if (e.key === 'ArrowUp') move(at - 1);
          else if (e.key === 'Enter') choose(at);
          else return;
          e.preventDefault();
          e.stopPropagation();
        }}
      />
      <div className={styles.list} role="listbox" id={id} aria-label={label} ref={list}>
        {found.map((option, index) => (
          <Option
            key={option.value}
            id={`${id}-${index}`}
            option={option}
            heading={option.group !== found[index - 1]?.group ? option.group : undefined}
            isActive={index === at}
            isSelected={selected?.includes(option.value) ?? false}
            onChoose={() => choose(index)}
            onHover={() => setActive(index)}
          />
        ))}
        {creatable && (
          <Option
            id={`${id}-${found.length}`}
            option={{ value: '', label: t('picker.create', { text: search.trim() }) }}
            isActive={at === found.length}
            isSelected={false}
            onChoose={() => choose(found.length)}
            onHover={() => setActive(found.length)}
          />
        )}
        {count === 0 && <p className={styles.nothing}>{t('picker.nothing')}</p>}
      </div>
    </div>
  );
}

function Option({
  id,
  option,
  heading,
  isActive,
  isSelected,
  onChoose,
  onHover,
}: {
  id: string;
  option: PickerOption;
  heading?: string | undefined;
  isActive: boolean;
  isSelected: boolean;
  onChoose: () => void;
  onHover: () => void;
}) {
  return (
    <>
      {heading && (
        <p className={styles.heading} role="presentation">
          {heading}
        </p>
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: focus stays in the search field (aria-activedescendant), keys are handled there */}
      <div
        id={id}
        role="option"
        className={styles.option}
        aria-selected={isSelected}
        data-active={isActive || undefined}
        onClick={onChoose}
        onMouseMove={onHover}
      >
        {option.icon}
        <span className={styles.label}>
          <bdi>{option.label}</bdi>
        </span>
        {option.detail && <span className={styles.detail}>{option.detail}</span>}
        {isSelected && <IconCheck size={16} stroke={1.8} aria-hidden />}
      </div>
    </>
  );
}
