import { targetInWords, targetPresets, type RequestTarget } from '../../../../../shared/catalog/catalog.ts';
import { SUPPORT_STATES } from '../../../../../shared/catalog/support.ts';
import type { JobDraft } from '../../../../../shared/draft/jobDraft.ts';
import { hasWords, judgedDevices, judgeTarget, type JudgedTarget, type Judge } from './deviceChoices.ts';
import { allPresets } from './nvidiaPresets.ts';
import { isChosen, optionsAreTyped } from './targetChoices.ts';

/** A target and its compiler options, chosen together. */
export interface PresetChoice extends JudgedTarget {
  id: string;
  label: string;
  target: RequestTarget;
  compilerOptions: string | null;
  note: string | null;
  recommended: string | null;
}

/** Recommended ones first, then by what AWS says; what cannot be chosen goes last. */
function bestFirst(presets: PresetChoice[]): PresetChoice[] {
  const rank = ({ refusal, recommended, support }: PresetChoice) =>
    (refusal ? 100 : 0) + (recommended ? 0 : 10) + (support ? SUPPORT_STATES.indexOf(support.state) : 0);
  return presets.sort((one, other) => rank(one) - rank(other));
}

/** The platforms that the API documents call popular. */
export function popularPresets(judge: Judge): PresetChoice[] {
  return bestFirst(
    targetPresets.map(({ platform, ...preset }) => {
      const target = { TargetPlatform: platform };
      return { ...preset, target, ...judgeTarget(target, judge), recommended: null };
    }),
  );
}

/** Every device as AWS prints it, and boards by the software that they run. */
export function devicePresetChoices(judge: Judge): PresetChoice[] {
  const recommended = new Map(judgedDevices(judge).map((choice) => [choice.value.id, choice.recommended]));
  return bestFirst(
    allPresets.map((preset) => ({
      ...preset,
      ...judgeTarget(preset.target, judge),
      recommended: recommended.get(preset.target.TargetDevice ?? '') ?? null,
    })),
  );
}

/** The request's name of the target: `jetson_tx2`, `LINUX · ARM64 · NVIDIA`. */
export const targetName = (target: RequestTarget): string => target.TargetDevice ?? targetInWords(target);

/** True when a preset has every word of a query. */
export const presetHasWords = ({ label, target, compilerOptions }: PresetChoice, query: string): boolean =>
  hasWords([label, targetName(target), compilerOptions].join(' '), query);

/** True when the draft has what the preset sets; options of the user's own count as the preset's. */
export function presetIsChosen(target: JobDraft['target'], preset: PresetChoice): boolean {
  const hasOptions = target.compilerOptions.trim() === (preset.compilerOptions ?? '') || optionsAreTyped(target);
  return hasOptions && isChosen(target, preset.target);
}
