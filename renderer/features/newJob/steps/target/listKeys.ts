/** Rows that PageUp and PageDown move by. */
const PAGE = 8;

/** Where a key leads in a list; undefined for keys that do not move in it. */
export function moveInList(ids: readonly string[], active: string, key: string): string | undefined {
  const last = ids.length - 1;
  const now = Math.max(0, ids.indexOf(active));
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: Math.min(last, now + 1),
    ArrowUp: Math.max(0, now - 1),
    PageDown: Math.min(last, now + PAGE),
    PageUp: Math.max(0, now - PAGE),
    Home: 0,
    End: last,
  };
  const next = targets[key];
  return next === undefined ? undefined : ids[next];
}
