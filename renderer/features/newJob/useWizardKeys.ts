import { useEffect, useRef } from 'react';
import { isSomethingOpen } from './stepFocus.ts';

interface WizardKeys {
  onForward(): void;
  onBack(): void;
}

const isForward = ({ key, ctrlKey, metaKey }: KeyboardEvent) => key === 'Enter' && (ctrlKey || metaKey);

const isBack = ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent) =>
  key === 'Escape' && !ctrlKey && !metaKey && !altKey && !shiftKey;

/** True for MUI's select; a text field with suggestions is an input. */
const isSelect = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.matches('div[role="combobox"]');

/** Ctrl+Enter (⌘ on macOS) goes on or submits, Escape goes back; not while a dialog or menu is open. */
export function useWizardKeys(keys: WizardKeys): void {
  const newest = useRef(keys);
  useEffect(() => {
    newest.current = keys;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isSomethingOpen()) return;
      if (isForward(event)) {
        event.preventDefault();
        newest.current.onForward();
      } else if (isBack(event)) {
        event.preventDefault();
        newest.current.onBack();
      }
    };
    // A select opens its list with Enter, whatever is held with it: it must not hear of the way forward.
    const onKeyDownFirst = (event: KeyboardEvent) => {
      if (!isForward(event) || !isSelect(event.target)) return;
      event.stopPropagation();
      onKeyDown(event);
    };
    window.addEventListener('keydown', onKeyDownFirst, true);
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onKeyDownFirst, true);
      window.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}
