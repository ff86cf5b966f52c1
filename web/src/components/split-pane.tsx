import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '../lib/format.ts';
import { storage } from '../lib/storage.ts';
import styles from './split-pane.module.css';

const smallest = 280;
const largest = 560;
const clamp = (width: number): number => Math.min(largest, Math.max(smallest, Math.round(width)));

/**
 * A screen of two panes with a border to drag (or move by arrow keys); the width is kept on this device. Where only one has room,
 * `shows` says which.
 */
export function SplitPane({
  id,
  start,
  end,
  shows,
  initialWidth = 360,
}: {
  id: string;
  start: ReactNode;
  end: ReactNode;
  shows: 'start' | 'end';
  initialWidth?: number;
}) {
  const { t, i18n } = useTranslation();
  const [width, setWidth] = useState(() => clamp(storage.read<number>(`width:${id}`) ?? initialWidth));
  const pane = useRef<HTMLDivElement>(null);
  const keep = (next: number) => {
    setWidth(clamp(next));
    storage.write(`width:${id}`, clamp(next));
  };
  const widthAt = (x: number): number => {
    const box = pane.current!.getBoundingClientRect();
    return directionOf(i18n.language) === 'rtl' ? box.right - x : x - box.left;
  };
  return (
    <main id="main" className={styles.split} data-shows={shows} style={{ ['--start-width' as string]: `${width}px` }}>
      <div className={styles.start} ref={pane}>
        {start}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved; this is the window splitter of WAI-ARIA */}
      <div
        className={styles.border}
        role="separator"
        aria-orientation="vertical"
        aria-label={t('nav.resize')}
        aria-valuenow={width}
        aria-valuemin={smallest}
        aria-valuemax={largest}
        tabIndex={0}
        data-own-keys
        onPointerDown={(e) => e.currentTarget.setPointerCapture(e.pointerId)}
        onPointerMove={(e) => e.currentTarget.hasPointerCapture(e.pointerId) && setWidth(clamp(widthAt(e.clientX)))}
        onPointerUp={(e) => keep(widthAt(e.clientX))}
        onKeyDown={(e) => {
          const forward = directionOf(i18n.language) === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
          if (e.key === 'ArrowLeft' || e.key === 'ArrowRight') keep(width + (e.key === forward ? 16 : -16));
        }}
      />
      <div className={styles.end}>{end}</div>
    </main>
  );
}
