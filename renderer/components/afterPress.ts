let isPressed = false;

if (typeof window !== 'undefined') {
  const release = () => {
    isPressed = false;
  };
  window.addEventListener('pointerdown', () => (isPressed = true), true);
  window.addEventListener('pointerup', release, true);
  window.addEventListener('pointercancel', release, true);
}

/**
 * Makes a change of the page at once, or, while a pointer is pressed, when it is released. A field that is left by a
 * click loses the focus on the press: what appears below it then moves the pressed button away before the release, and
 * the click would be lost.
 */
export function afterPress(change: () => void): void {
  if (!isPressed) {
    change();
    return;
  }
  const ends = new AbortController();
  const make = () => {
    ends.abort();
    change();
  };
  window.addEventListener('pointerup', make, { signal: ends.signal });
  window.addEventListener('pointercancel', make, { signal: ends.signal });
}
