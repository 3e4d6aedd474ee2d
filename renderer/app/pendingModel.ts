import type { ModelSource } from '../../shared/models/modelSummary.ts';

/*
 * A model that was dropped or chosen somewhere in the window, on its way to the wizard,
 * which takes it when it opens, or hears of it when it is open already.
 */
let pending: ModelSource | null = null;
const listeners = new Set<() => void>();

/** Hands a model to the wizard. */
export function setPendingModel(source: ModelSource): void {
  pending = source;
  for (const listener of listeners) listener();
}

/** True while no wizard has taken the model. */
export const isModelPending = (): boolean => pending !== null;

/** The model that waits, which then no longer waits. */
export function takePendingModel(): ModelSource | null {
  const source = pending;
  pending = null;
  return source;
}

/** Calls the listener when a model comes to wait; returns the function that ends it. */
export function subscribePendingModel(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
