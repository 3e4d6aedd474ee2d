import { describe, expect, it } from 'vitest';
import { windowBounds } from './windowState.ts';

const display = { x: 0, y: 0, width: 1920, height: 1080 };
const state = { x: 100, y: 50, width: 1300, height: 900, isMaximized: false };

describe('windowBounds', () => {
  it('starts with the default size', () => {
    expect(windowBounds(null, [display])).toEqual({ width: 1280, height: 800 });
  });

  it('restores bounds that a display shows', () => {
    expect(windowBounds(state, [display])).toEqual({ x: 100, y: 50, width: 1300, height: 900 });
  });

  it('forgets bounds on a display that is gone', () => {
    expect(windowBounds({ ...state, x: 2500 }, [display])).toEqual({ width: 1280, height: 800 });
  });

  it('never restores a window that is too small to use', () => {
    expect(windowBounds({ ...state, width: 200, height: 150 }, [display])).toMatchObject({ width: 960, height: 640 });
  });
});
