import styles from './avatar.module.css';

/** One or two letters that stand for a name; one character where names are written without spaces. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const first = [...(words[0] ?? '?')][0] ?? '?';
  if (!/^\p{Script=Latin}|^\p{Script=Cyrillic}|^\p{Script=Greek}/u.test(first)) return first;
  const last = words.length > 1 ? ([...words.at(-1)!][0] ?? '') : '';
  return `${first}${/^\p{L}/u.test(last) ? last : ''}`.toLocaleUpperCase();
}

const hues: Record<string, number> = {
  blue: 255,
  cyan: 215,
  teal: 185,
  green: 150,
  lime: 125,
  yellow: 90,
  orange: 60,
  red: 25,
  pink: 0,
  grape: 325,
  violet: 295,
  indigo: 275,
};

/** The hue in degrees (OKLCH) of a colour that a person or a store has chosen by name. */
export const hueOf = (color: string): number => hues[color] ?? 260;

/** A colleague's face: initials on their colour, with a dot for whether they are there. */
export function Avatar({
  name,
  color,
  presence,
  size = 20,
}: {
  name: string;
  color: string;
  presence?: 'online' | 'away' | 'offline';
  size?: number;
}) {
  return (
    <span
      className={styles.avatar}
      title={name}
      role="img"
      aria-label={name}
      style={{ inlineSize: size, blockSize: size, fontSize: size * 0.42, ['--hue' as string]: hueOf(color) }}
    >
      <span aria-hidden>{initialsOf(name)}</span>
      {presence && presence !== 'offline' && <span className={styles.presence} data-presence={presence} />}
    </span>
  );
}
