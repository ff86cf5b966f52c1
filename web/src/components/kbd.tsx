import styles from './kbd.module.css';

const isApple = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '');
const names: Record<string, string> = {
  mod: isApple ? '⌘' : 'Ctrl',
  shift: '⇧',
  alt: isApple ? '⌥' : 'Alt',
  Enter: '↵',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
};

/** A key or chord as it is printed on the keyboard; a sequence key by key. Always left to right. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <bdi className={styles.keys} dir="ltr">
      {keys.split(' ').map((chord) => (
        <kbd key={chord} className={styles.key}>
          {chord
            .split('+')
            .map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part))
            .join(' ')}
        </kbd>
      ))}
    </bdi>
  );
}
