import { type ReactNode, useState } from 'react';
import styles from './folded.module.css';

/** `⋯`: something that most readers do not need; one press shows it. */
export function Folded({
  label,
  children,
  isOpenAtFirst = false,
}: {
  label: string;
  children: ReactNode;
  isOpenAtFirst?: boolean;
}) {
  const [isOpen, setIsOpen] = useState(isOpenAtFirst);
  return (
    <div>
      <button
        type="button"
        className={styles.button}
        aria-expanded={isOpen}
        aria-label={label}
        title={label}
        onClick={() => setIsOpen(!isOpen)}
      >
        ⋯
      </button>
      {isOpen && <div className={styles.content}>{children}</div>}
    </div>
  );
}
