const isMac = navigator.platform.startsWith('Mac');

/** An accelerator as this system writes it, for tooltips. */
export function shortcutLabel(key: string): string {
  return isMac ? `⌘${key}` : `Ctrl+${key}`;
}

/** The same for `aria-keyshortcuts`. */
export function ariaShortcut(key: string): string {
  return isMac ? `Meta+${key}` : `Control+${key}`;
}
