import type { TargetDeviceEntry, TargetPreset } from '../../../../../shared/catalog/catalog.ts';
import type { JobDraft } from '../../../../../shared/draft/jobDraft.ts';
import { announce } from '../../../../components/announcements.ts';
import { useWizard } from '../../wizardContext.ts';
import {
  chooseTarget,
  chosenPlatform,
  deviceChoice,
  pickPlatformPart,
  platformChoice,
  platformInWords,
} from './targetChoices.ts';

type PlatformPart = Partial<Pick<JobDraft['target'], 'os' | 'arch' | 'accelerator'>>;

/** The ways to choose a target. Each brings the compiler options that fit, unless the user typed some. */
export function useTargetChoice() {
  const { draft, setTarget } = useWizard();
  const { target } = draft;
  return {
    chooseDevice(device: TargetDeviceEntry) {
      setTarget(chooseTarget(target, deviceChoice(device), device.compilerOptions));
      announce(`Target: ${device.label}${device.platform ? `, ${platformInWords(device.platform)}` : ''}`);
    },
    choosePreset(preset: TargetPreset) {
      setTarget(chooseTarget(target, platformChoice(preset.platform), preset.compilerOptions));
      announce(`Target: ${platformInWords(preset.platform)}`);
    },
    choosePlatformPart(part: PlatformPart) {
      const choice = pickPlatformPart(target, part);
      const next = { ...target, ...choice };
      const isSame = JSON.stringify(chosenPlatform(next)) === JSON.stringify(chosenPlatform(target));
      setTarget(chooseTarget(target, choice, isSame ? target.compilerOptions : null));
    },
  };
}
