import { IconCloudOff } from '@tabler/icons-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { connection } from '../lib/socket.ts';
import { useStore } from '../lib/store.ts';
import styles from './offline-bar.module.css';

const followOnline = (listener: () => void) => {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
};

/** A short drop of the line is nobody's business. */
const patienceMs = 2500;

/** Says that the line is down and what still works; gone again without a word when it is back. */
export function OfflineBar() {
  const { t } = useTranslation();
  const isOnline = useSyncExternalStore(followOnline, () => navigator.onLine);
  const isLost = useStore(connection, (state) => state === 'lost');
  const [isShown, setIsShown] = useState(false);
  useEffect(() => {
    if (isOnline && !isLost) {
      setIsShown(false);
      return;
    }
    const timer = setTimeout(() => setIsShown(true), patienceMs);
    return () => clearTimeout(timer);
  }, [isOnline, isLost]);
  return (
    <div role="status" className={isShown ? styles.bar : undefined}>
      {isShown && (
        <>
          <IconCloudOff size={16} stroke={1.6} aria-hidden />
          {t(isOnline ? 'offline.server' : 'offline.network')}
        </>
      )}
    </div>
  );
}
