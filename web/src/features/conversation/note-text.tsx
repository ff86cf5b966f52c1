import type { Message } from '../../../../libs/contracts/tickets.ts';
import { usePeople } from '../../lib/session.ts';
import styles from './note-text.module.css';

/** A note, with the people it names set off. */
export function NoteText({ message }: { message: Message }) {
  const { person } = usePeople();
  const names = message.mentions.flatMap((id) => person(id)?.name ?? []).map((name) => `@${name}`);
  return (
    <div className={styles.text} dir="auto">
      {pieces(message.text, names).map(({ text, isName, at }) =>
        isName ? (
          <bdi key={at} className={styles.mention}>
            {text}
          </bdi>
        ) : (
          text
        ),
      )}
    </div>
  );
}

/** The text cut at the names that occur in it. */
export function pieces(text: string, names: readonly string[]): { text: string; isName: boolean; at: number }[] {
  const found: { text: string; isName: boolean; at: number }[] = [];
  let at = 0;
  while (at < text.length) {
    const next = names
      .map((name) => ({ name, at: text.indexOf(name, at) }))
      .filter((n) => n.at >= 0)
      .sort((a, b) => a.at - b.at || b.name.length - a.name.length)[0];
    if (!next) break;
    if (next.at > at) found.push({ text: text.slice(at, next.at), isName: false, at });
    found.push({ text: next.name, isName: true, at: next.at });
    at = next.at + next.name.length;
  }
  if (at < text.length) found.push({ text: text.slice(at), isName: false, at });
  return found;
}
