import {
  IconCircle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleHalf2,
  IconClockPause,
  IconLock,
} from '@tabler/icons-react';
import type { TicketStatus } from '../../../../libs/contracts/tickets.ts';
import styles from './status-mark.module.css';

const marks = {
  new: IconCircleDashed,
  open: IconCircle,
  pending: IconCircleHalf2,
  on_hold: IconClockPause,
  resolved: IconCircleCheck,
  closed: IconLock,
} as const;

/** The picture of a status; its name stands beside it. */
export function StatusMark({ status }: { status: TicketStatus }) {
  const Mark = marks[status];
  return <Mark size={16} stroke={1.7} aria-hidden className={styles.mark} data-status={status} />;
}
