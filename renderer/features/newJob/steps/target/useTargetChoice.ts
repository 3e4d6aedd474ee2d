import {
  platformOfDevice,
  targetInWords,
  type RequestTarget,
  type TargetDeviceEntry,
} from '../../../../../shared/catalog/catalog.ts';
import type { JobDraft } from '../../../../../shared/draft/jobDraft.ts';
import { announce } from '../../../../components/announcements.ts';
import { useWizard } from '../../wizardContext.ts';
import {
  chooseTarget,
  chosenPlatform,
  deviceChoice,
  optionsAreTyped,
  pickPlatformPart,
  platformChoice,
  platformInWords,
  translateTarget,
} from './targetChoices.ts';

type PlatformPart = Partial<Pick<JobDraft['target'], 'os' | 'arch' | 'accelerator'>>;

/** The ways to choose a target. Each brings the compiler options that fit, unless the user typed some. */
export function useTargetChoice() {
  const { draft, setTarget } = useWizard();
  const { target } = draft;
  const say = (words: string) =>
    announce(`Target: ${words}.${optionsAreTyped(target) ? ' Your compiler options stayed.' : ''}`);

  const choiceOf = ({ TargetDevice, TargetPlatform }: RequestTarget): Partial<JobDraft['target']> => {
    if (TargetDevice) return deviceChoice({ id: TargetDevice });
    return TargetPlatform ? platformChoice(TargetPlatform) : {};
  };
  return {
    chooseDevice(device: TargetDeviceEntry) {
      setTarget(chooseTarget(target, deviceChoice(device), device.compilerOptions));
      say(`${device.label}${device.platform ? `, ${platformInWords(device.platform)}` : ''}`);
    },
    choosePreset(preset: { label: string; target: RequestTarget; compilerOptions: string | null }) {
      setTarget(chooseTarget(target, choiceOf(preset.target), preset.compilerOptions));
      say(`${preset.label}, ${targetInWords(preset.target)}`);
    },
    choosePlatformPart(part: PlatformPart) {
      const choice = pickPlatformPart(target, part);
      const next = { ...target, ...choice };
      const isSame = JSON.stringify(chosenPlatform(next)) === JSON.stringify(chosenPlatform(target));
      setTarget(chooseTarget(target, choice, isSame ? target.compilerOptions : null));
    },
    /** The device that is chosen, said as the platform that means the same. */
    translateToPlatform() {
      const translation = platformOfDevice(target.device);
      if (!translation) return;
      setTarget(translateTarget(target, platformChoice(translation.platform), translation.compilerOptions));
      say(platformInWords(translation.platform));
    },
    /** The platform that is chosen, said as one of the devices that mean the same. */
    translateToDevice(device: TargetDeviceEntry) {
      setTarget(translateTarget(target, deviceChoice(device), device.compilerOptions));
      say(device.label);
    },
  };
}
