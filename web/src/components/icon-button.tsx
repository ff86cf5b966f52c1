import { ActionIcon, Tooltip } from '@mantine/core';
import type { ComponentType, MouseEventHandler, Ref } from 'react';
import { Kbd } from './kbd.tsx';

/** A button of one picture; its name shows on hover, with the key that does the same. */
export function IconButton({
  icon: Icon,
  label,
  keys,
  onClick,
  isActive = false,
  isMirrored = false,
  isDisabled = false,
  ref,
  ...rest
}: {
  icon: ComponentType<{ size?: number; stroke?: number; className?: string }>;
  label: string;
  keys?: string;
  onClick?: MouseEventHandler<HTMLButtonElement>;
  isActive?: boolean;
  isMirrored?: boolean;
  isDisabled?: boolean;
  ref?: Ref<HTMLButtonElement>;
  'aria-expanded'?: boolean;
  'aria-haspopup'?: 'menu' | 'dialog' | 'listbox';
  className?: string;
}) {
  return (
    <Tooltip
      label={
        <span style={{ display: 'inline-flex', gap: 8, alignItems: 'center' }}>
          {label}
          {keys && <Kbd keys={keys} />}
        </span>
      }
    >
      <ActionIcon
        ref={ref}
        variant={isActive ? 'light' : 'subtle'}
        color={isActive ? 'accent' : 'gray'}
        size="var(--touch)"
        aria-label={label}
        aria-pressed={isActive || undefined}
        disabled={isDisabled}
        onClick={onClick}
        {...rest}
      >
        <Icon size={18} stroke={1.6} className={isMirrored ? 'mirrored' : undefined} />
      </ActionIcon>
    </Tooltip>
  );
}
