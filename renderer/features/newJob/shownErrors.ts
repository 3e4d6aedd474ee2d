import { useCallback, useState } from 'react';
import type { Finding } from '../../../shared/api/finding.ts';
import { afterPress } from '../../components/afterPress.ts';
import { fieldOfPath, liesWithin } from './draftPaths.ts';
import type { StepId } from './stepIds.ts';
import { stepOfField } from './wizard.ts';

/** Which findings are due at their fields: those of fields that were left once, and of steps that were tried. */
interface Shown {
  touched: ReadonlySet<string>;
  tried: ReadonlySet<StepId>;
}

export interface ShownErrors {
  /** The error at a field; undefined while there is none, or while it is not due. */
  at(field: string, findings: readonly Finding[]): Finding | undefined;
  touch(field: string): void;
  try(...steps: readonly StepId[]): void;
  /** Makes a part of the draft fresh again: its values were replaced. */
  forget(root: string): void;
  forgetAll(): void;
}

const NOTHING: Shown = { touched: new Set(), tried: new Set() };

/**
 * react-hook-form keeps a field's error until that field changes; our checks span fields (a symbol in two inputs, an
 * accelerator and its options). So it keeps the values, and what is shown comes from the findings of the whole draft.
 */
export function useShownErrors(): ShownErrors {
  const [{ touched, tried }, setShown] = useState(NOTHING);
  const at = (field: string, findings: readonly Finding[]) => {
    const isDue = tried.has(stepOfField(field).id) || [...touched].some((root) => liesWithin(field, root));
    if (!isDue) return undefined;
    return findings.find(({ path, severity }) => severity === 'error' && fieldOfPath(path) === field);
  };
  const touch = useCallback((field: string) => {
    const add = (shown: Shown) =>
      shown.touched.has(field) ? shown : { ...shown, touched: new Set([...shown.touched, field]) };
    // An error takes room: it must not move what is just being clicked.
    afterPress(() => setShown(add));
  }, []);
  const tryStep = useCallback((...steps: readonly StepId[]) => {
    setShown((shown) => ({ ...shown, tried: new Set([...shown.tried, ...steps]) }));
  }, []);
  const forget = useCallback((root: string) => {
    setShown((shown) => ({
      touched: new Set([...shown.touched].filter((field) => !liesWithin(field, root))),
      tried: new Set([...shown.tried].filter((step) => step !== stepOfField(root).id)),
    }));
  }, []);
  const forgetAll = useCallback(() => setShown(NOTHING), []);
  return { at, touch, try: tryStep, forget, forgetAll };
}
