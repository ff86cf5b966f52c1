import type { ButtonHTMLAttributes, ComponentType, Ref } from 'react';
import styles from './icon-button.module.css';

/** A button of one picture; its name shows on hover and focus (tooltip-host.tsx), with the key that does the same. */
export function IconButton({
  icon: Icon,
  label,
  keys,
  isActive = false,
  isMirrored = false,
  isDisabled = false,
  className,
  ...rest
}: {
  icon: ComponentType<{ size?: number; stroke?: number; className?: string }>;
  label: string;
  keys?: string;
  isActive?: boolean;
  isMirrored?: boolean;
  isDisabled?: boolean;
  ref?: Ref<HTMLButtonElement>;
} & Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'aria-label' | 'disabled' | 'type'>) {
  return (
    <button
      {...rest}
      type="button"
      className={`${styles.button} ${className ?? ''}`}
      aria-label={label}
      data-tip={label}
      data-tip-keys={keys}
      data-active={isActive || undefined}
      disabled={isDisabled}
    >
      <Icon size={18} stroke={1.6} className={isMirrored ? 'mirrored' : undefined} />
    </button>
  );
}
