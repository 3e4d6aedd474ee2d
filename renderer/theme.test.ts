import { describe, expect, it } from 'vitest';
import { theme } from './theme.ts';

/** Relative luminance of `#rrggbb`, as WCAG 2 defines it. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

describe.each(['light', 'dark'] as const)('the %s scheme', (name) => {
  const palette = theme.colorSchemes[name]?.palette;
  if (!palette) throw new Error(`The theme has no ${name} scheme`);
  const { default: page, paper, sunken } = palette.background;
  const surfaces = { page, paper, sunken, selected: palette.action.selected };
  const { primary, success, error, warning, info, text } = palette;

  it.each(Object.entries(surfaces))('has readable text on %s', (_, surface) => {
    const colours = [text.primary, text.secondary, primary.main, success.main, error.main, warning.main];
    expect(colours.filter((colour) => contrast(colour, surface) < 4.5)).toEqual([]);
    expect(contrast(palette.action.outline, surface)).toBeGreaterThanOrEqual(3);
  });

  it('has readable text on filled buttons', () => {
    for (const { main, dark, contrastText } of [primary, success, error, warning, info]) {
      expect(contrast(contrastText, main)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(contrastText, dark)).toBeGreaterThanOrEqual(4.5);
    }
  });
});
