import styles from './drawing.module.css';

/** The server's drawing as a picture: as an image it can neither run nor fetch anything. */
export function Drawing({ svg, label }: { svg: string; label: string }) {
  if (!svg) return null;
  return (
    <img className={styles.drawing} src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`} alt={label} />
  );
}
