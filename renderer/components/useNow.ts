import { useSyncExternalStore } from 'react';

interface Clock {
  subscribe(listener: () => void): () => void;
  get(): number;
}

/** One timer for all who look at it, and none while nobody does. */
function createClock(intervalMs: number): Clock {
  const listeners = new Set<() => void>();
  let now = Date.now();
  let timer: ReturnType<typeof setInterval> | undefined;
  const tick = () => {
    now = Date.now();
    for (const listener of listeners) listener();
  };
  return {
    get: () => now,
    subscribe(listener) {
      if (listeners.size === 0) {
        now = Date.now();
        timer = setInterval(tick, intervalMs);
      }
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) clearInterval(timer);
      };
    },
  };
}

const seconds = createClock(1000);
const minutes = createClock(60_000);
const stopped: Clock = { subscribe: () => () => {}, get: () => minutes.get() };

/** The time in ms, renewed every second or minute, or standing still. */
export function useNow(pace: 'second' | 'minute' | 'still'): number {
  const clock = pace === 'second' ? seconds : pace === 'minute' ? minutes : stopped;
  return useSyncExternalStore(clock.subscribe, clock.get);
}
