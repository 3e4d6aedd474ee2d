import { useEffect, useRef } from 'react';
import { isSomethingOpen } from './stepFocus.ts';

interface WizardKeys {
  onForward(): void;
  onBack(): void;
}

/** Ctrl+Enter (⌘ on macOS) goes on or submits, Escape goes back; not while a dialog or menu is open. */
export function useWizardKeys(keys: WizardKeys): void {
  const newest = useRef(keys);
  useEffect(() => {
    newest.current = keys;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isSomethingOpen()) return;
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        newest.current.onForward();
      } else if (event.key === 'Escape' && !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey) {
        event.preventDefault();
        newest.current.onBack();
      }
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
