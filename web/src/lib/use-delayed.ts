import { useEffect, useState } from 'react';

/** True once something has lasted that long: a skeleton that flashes for a blink is worse than none. */
export function useDelayed(isLasting: boolean, milliseconds = 150): boolean {
  const [hasLasted, setHasLasted] = useState(false);
  useEffect(() => {
    if (!isLasting) {
      setHasLasted(false);
      return;
    }
    const timer = setTimeout(() => setHasLasted(true), milliseconds);
    return () => clearTimeout(timer);
  }, [isLasting, milliseconds]);
  return hasLasted;
}
