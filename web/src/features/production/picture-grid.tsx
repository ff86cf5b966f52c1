import styles from './picture-grid.module.css';

/** Pictures side by side; each opens in full beside the page. Their names are ours, never the buyer's. */
export function PictureGrid({
  pictures,
  addressOf,
}: {
  pictures: readonly { id: string; name: string; caption: string; note?: string; width: number; height: number }[];
  addressOf: (id: string) => string;
}) {
  return (
    <ul className={styles.grid}>
      {pictures.map(({ id, name, caption, note, width, height }) => (
        <li key={id}>
          <a href={addressOf(id)} target="_blank" rel="noreferrer" className={styles.picture}>
            <img src={addressOf(id)} alt={caption || name} width={width} height={height} loading="lazy" />
          </a>
          <p className={styles.caption} dir="auto">
            {caption || <bdi>{name}</bdi>}
            {note && <span className={styles.note}>{note}</span>}
          </p>
        </li>
      ))}
    </ul>
  );
}
