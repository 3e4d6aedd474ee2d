/** Spread onto the heading that takes the focus when its page opens. */
export const PAGE_HEADING = { 'data-page-heading': '' } as const;

/** Puts the focus on the heading of the page, so that keyboard and screen reader start at its top. */
export function focusPageHeading(): void {
  document.querySelector<HTMLElement>('[data-page-heading]')?.focus({ preventScroll: true });
}
