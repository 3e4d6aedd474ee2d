import { z } from 'zod';

export const windowStateSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  isMaximized: z.boolean(),
});
export type WindowState = z.infer<typeof windowStateSchema>;

/** A rectangle on the desktop, in device-independent pixels. */
export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

export const MINIMUM_SIZE = { width: 960, height: 640 };
const DEFAULT_SIZE = { width: 1280, height: 800 };
/** So much of the title bar must be on a display for the window to be found again. */
const VISIBLE_PIXELS = 100;

const overlap = (start: number, length: number, otherStart: number, otherLength: number) =>
  Math.min(start + length, otherStart + otherLength) - Math.max(start, otherStart);

/** Bounds for the window: the remembered ones while a display still shows them, else the default size. */
export function windowBounds(state: WindowState | null, displays: readonly Rectangle[]): Partial<Rectangle> {
  const isVisible =
    state !== null &&
    displays.some(
      (display) =>
        overlap(state.x, state.width, display.x, display.width) >= VISIBLE_PIXELS &&
        overlap(state.y, state.height, display.y, display.height) >= VISIBLE_PIXELS,
    );
  if (!state || !isVisible) return DEFAULT_SIZE;
  const { x, y, width, height } = state;
  return { x, y, width: Math.max(width, MINIMUM_SIZE.width), height: Math.max(height, MINIMUM_SIZE.height) };
}
