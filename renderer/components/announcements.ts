/** A short note at the foot of the window. */
export interface Toast {
  id: number;
  text: string;
}

interface Announcements {
  /** What the live region says; each announcement has its own id, also for the same words. */
  spoken: { id: number; text: string };
  toasts: readonly Toast[];
}

/** More than these at once are noise; the oldest goes. */
const MAX_TOASTS = 3;

let current: Announcements = { spoken: { id: 0, text: '' }, toasts: [] };
let nextId = 1;
const listeners = new Set<() => void>();

function change(next: Partial<Announcements>): void {
  current = { ...current, ...next };
  for (const listener of listeners) listener();
}

/** Says a text to screen readers, politely; nothing is shown. */
export function announce(text: string): void {
  change({ spoken: { id: nextId++, text } });
}

/** Shows a short note at the foot of the window for a while, and says it. */
export function toast(text: string): void {
  const note = { id: nextId++, text };
  change({ spoken: note, toasts: [...current.toasts, note].slice(-MAX_TOASTS) });
}

/** Takes a note away. */
export function dismissToast(id: number): void {
  change({ toasts: current.toasts.filter((entry) => entry.id !== id) });
}

/** For `useSyncExternalStore`. */
export const announcementStore = {
  get: () => current,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
};
