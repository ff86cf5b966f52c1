import { useEffect, useImperativeHandle, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../../../libs/contracts/identity.ts';
import { Avatar } from '../../components/avatar.tsx';
import { useMe, usePeople } from '../../lib/session.ts';
import styles from './mention-list.module.css';
import type { SuggestionKeys } from './suggestion-keys.ts';

const most = 8;

/** Colleagues for `@` and what was typed behind it. */
export function MentionList({
  query,
  onChoose,
  keys,
}: {
  query: string;
  onChoose: (person: Person) => void;
  keys: React.Ref<SuggestionKeys>;
}) {
  const { t } = useTranslation('composer');
  const me = useMe();
  const wanted = query.toLocaleLowerCase();
  const people = usePeople()
    .people.filter((p) => p.isActive && p.role !== 'production' && p.id !== me.id)
    .filter((p) =>
      p.name
        .toLocaleLowerCase()
        .split(/\s+/u)
        .some((word) => word.startsWith(wanted)),
    )
    .slice(0, most);
  const [at, setAt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words, other list
  useEffect(() => setAt(0), [query]);
  const active = people[Math.min(at, people.length - 1)];
  useImperativeHandle(keys, () => ({
    move: (by) => setAt((before) => (people.length === 0 ? 0 : (before + by + people.length) % people.length)),
    choose: () => {
      if (active) onChoose(active);
      return active !== undefined;
    },
  }));
  return (
    <div className={styles.list} role="listbox" aria-label={t('mention.title')} data-own-keys>
      {people.map((person, index) => (
        // biome-ignore lint/a11y/useFocusableInteractive: keys stay in the text field
        <div
          key={person.id}
          role="option"
          aria-selected={person === active}
          className={styles.option}
          data-active={person === active || undefined}
          onMouseMove={() => setAt(index)}
          onMouseDown={(e) => {
            e.preventDefault();
            onChoose(person);
          }}
        >
          <Avatar name={person.name} color={person.avatarColor} presence={person.presence} />
          <bdi>{person.name}</bdi>
        </div>
      ))}
      {people.length === 0 && <p className={styles.nothing}>{t('mention.nobody')}</p>}
    </div>
  );
}
