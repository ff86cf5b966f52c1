import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Kbd } from './kbd.tsx';
import styles from './tooltip-host.module.css';

interface Tip {
  text: string;
  keys: string | undefined;
  target: Element;
}

const delayMs = 400;
const gap = 6;

/** The one tooltip of the page: shows `data-tip` of whatever is hovered or has the keyboard's focus. */
export function TooltipHost() {
  const [tip, setTip] = useState<Tip | null>(null);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hide = () => {
      clearTimeout(timer);
      setTip(null);
    };
    const show = (event: Event) => {
      const target = event.target instanceof Element ? event.target.closest('[data-tip]') : null;
      if (!target || (event.type === 'focusin' && !target.matches(':focus-visible'))) return hide();
      clearTimeout(timer);
      timer = setTimeout(() => {
        const text = target.getAttribute('data-tip');
        const keys = target.getAttribute('data-tip-keys') ?? undefined;
        if (text && target.isConnected && target.getAttribute('aria-expanded') !== 'true')
          setTip({ text, keys, target });
      }, delayMs);
    };
    const touched = (event: PointerEvent) => event.pointerType === 'mouse' && show(event);
    document.addEventListener('pointerover', touched);
    document.addEventListener('focusin', show);
    document.addEventListener('focusout', hide);
    document.addEventListener('pointerdown', hide);
    document.addEventListener('keydown', hide);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('pointerover', touched);
      document.removeEventListener('focusin', show);
      document.removeEventListener('focusout', hide);
      document.removeEventListener('pointerdown', hide);
      document.removeEventListener('keydown', hide);
    };
  }, []);
  useLayoutEffect(() => {
    const element = box.current;
    if (!tip || !element) return;
    const at = tip.target.getBoundingClientRect();
    const own = element.getBoundingClientRect();
    const left = Math.min(innerWidth - own.width - 4, Math.max(4, at.left + (at.width - own.width) / 2));
    const fitsBelow = at.bottom + gap + own.height < innerHeight;
    element.style.left = `${left}px`;
    element.style.top = `${fitsBelow ? at.bottom + gap : at.top - gap - own.height}px`;
    element.style.visibility = 'visible';
  }, [tip]);
  // The name is the button's own label already; for those who listen, once is enough.
  return (
    tip && (
      <div key={tip.text} ref={box} className={styles.tip} aria-hidden>
        {tip.text}
        {tip.keys && <Kbd keys={tip.keys} />}
      </div>
    )
  );
}
