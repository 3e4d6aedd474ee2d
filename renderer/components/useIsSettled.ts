import { useEffect, useState } from 'react';

/** False for the first moments: what costs something, or would only flash, waits for who stays. */
export function useIsSettled(delayMs: number): boolean {
  const [isSettled, setIsSettled] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsSettled(true), delayMs);
    return () => clearTimeout(timer);
  }, [delayMs]);
  return isSettled;
}
