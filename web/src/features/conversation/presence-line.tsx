import { useTranslation } from 'react-i18next';
import type { TicketPresence } from '../../../../libs/contracts/realtime.ts';
import { Avatar } from '../../components/avatar.tsx';
import { isolate } from '../../lib/format.ts';
import { usePeople } from '../../lib/session.ts';
import styles from './presence-line.module.css';

/** Who else is here; who types stands out, because two answers are worse than none. */
export function PresenceLine({ people }: { people: TicketPresence['people'] }) {
  const { t } = useTranslation('conversation');
  const { person } = usePeople();
  if (people.length === 0) return null;
  const typing = people.filter((p) => p.state === 'typing');
  const names = (typing.length > 0 ? typing : people).map((p) => isolate(p.name)).join(', ');
  const sentence = t(typing.length > 0 ? 'presence.typing' : 'presence.viewing', {
    names,
    count: (typing.length > 0 ? typing : people).length,
  });
  return (
    <span className={styles.line} data-typing={typing.length > 0 || undefined} role="status" title={sentence}>
      {people.slice(0, 3).map((p) => (
        <Avatar key={p.userId} name={p.name} color={person(p.userId)?.avatarColor ?? 'gray'} size={20} />
      ))}
      <span className={typing.length > 0 ? styles.words : 'sr-only'}>{sentence}</span>
    </span>
  );
}
