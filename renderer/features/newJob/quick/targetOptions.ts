import { targetInWords } from '../../../../shared/catalog/catalog.ts';
import { hasTarget } from '../../../../shared/draft/generatedName.ts';
import type { JobDraft } from '../../../../shared/draft/jobDraft.ts';
import type { Judge } from '../steps/target/deviceChoices.ts';
import {
  devicePresetChoices,
  popularPresets,
  presetIsChosen,
  targetName,
  type PresetChoice,
} from '../steps/target/presetChoices.ts';
import { chosenTarget } from '../steps/target/targetChoices.ts';

/** A target to choose in one field. */
export interface TargetOption {
  id: string;
  label: string;
  /** The request's name of it. */
  name: string;
  group: string;
  /** Why it cannot be chosen. */
  refusal: string | null;
  /** What choosing it sets; null for the target that the draft has already and no preset is. */
  preset: PresetChoice | null;
}

const option = (group: string, preset: PresetChoice): TargetOption => {
  const { id, label, refusal } = preset;
  return { id, label, name: targetName(preset.target), group, refusal, preset };
};

/** Devices, then popular platforms: those that can be chosen first in each. */
export function targetOptions(judge: Judge): TargetOption[] {
  return [
    ...devicePresetChoices(judge).map((preset) => option('Devices', preset)),
    ...popularPresets(judge).map((preset) => option('Platforms', preset)),
  ];
}

/** The draft's target as an option: the preset that it is, or one of its own; null while there is none. */
export function chosenOption(target: JobDraft['target'], options: readonly TargetOption[]): TargetOption | null {
  if (!hasTarget(target)) return null;
  const known = options.find(({ preset }) => preset && presetIsChosen(target, preset));
  if (known) return known;
  const chosen = chosenTarget(target);
  return {
    id: 'own',
    label: targetInWords(chosen),
    name: targetName(chosen),
    group: 'Chosen',
    refusal: null,
    preset: null,
  };
}
