import { useCallback, useEffect, useRef } from 'react';
import { modelSourceOf, type JobDraft } from '../../../shared/draft/jobDraft.ts';
import type { ModelSummary } from '../../../shared/models/modelSummary.ts';

type DraftModel = JobDraft['model'];

/** The same text for the same place; null when there is nothing to read. */
function placeOf(model: DraftModel): string | null {
  const source = modelSourceOf(model);
  if (!source) return null;
  const { kind } = source;
  return `${kind} ${kind === 'file' ? source.path : kind === 's3' ? source.uri : source.id}`;
}

/**
 * What was read of each model since the wizard opened, so that a look at another way to give the model loses nothing.
 * The function returned says what is known of a model that takes the place of the one that is shown.
 */
export function useReadModels(model: DraftModel): (next: DraftModel) => ModelSummary | null {
  const known = useRef(new Map<string, ModelSummary>());
  const shownPlace = useRef(placeOf(model));
  useEffect(() => {
    const place = placeOf(model);
    shownPlace.current = place;
    if (place !== null && model.summary) known.current.set(place, model.summary);
  }, [model]);
  return useCallback((next) => {
    const place = placeOf(next);
    if (place === shownPlace.current) return next.summary;
    return place === null ? null : (known.current.get(place) ?? null);
  }, []);
}
