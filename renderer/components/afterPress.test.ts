import { describe, expect, it, vi } from 'vitest';
import { afterPress } from './afterPress.ts';

const pointer = (type: string) => window.dispatchEvent(new Event(type));

describe('a change of the page', () => {
  it('is made at once while nothing is pressed', () => {
    const change = vi.fn<() => void>();
    afterPress(change);
    expect(change).toHaveBeenCalledOnce();
  });

  it.each(['pointerup', 'pointercancel'])('waits for %s while a pointer is pressed, and is made once', (end) => {
    const change = vi.fn<() => void>();
    pointer('pointerdown');
    afterPress(change);
    expect(change).not.toHaveBeenCalled();
    pointer(end);
    pointer(end);
    expect(change).toHaveBeenCalledOnce();
  });
});
