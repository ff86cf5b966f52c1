import styles from './drawing.module.css';

/** Figures that nobody can read at this size are left out. */
const withoutText = (svg: string): string => svg.replace(/^(<svg[^>]*>)/, '$1<style>text{display:none}</style>');

/** The server's drawing as a picture: as an image it can neither run nor fetch anything. */
export function Drawing({ svg, label, isSmall = false }: { svg: string; label: string; isSmall?: boolean }) {
  if (!svg) return null;
  const shown = isSmall ? withoutText(svg) : svg;
  return (
    <img
      className={styles.drawing}
      data-small={isSmall || undefined}
      src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(shown)}`}
      alt={label}
    />
  );
}
