import { stringShapes } from '../../api/shapes.ts';
import { findTargetPlatform } from '../../catalog/catalog.ts';
import { errorFinding, type RequestRule } from './rule.ts';

/** Source: developer guide, neo-job-compilation-cli: the two "are mutually exclusive". */
export const oneTarget: RequestRule = ({ OutputConfig: { TargetDevice, TargetPlatform } }) => {
  if (TargetDevice && TargetPlatform) {
    return [
      errorFinding(
        'target.both',
        ['OutputConfig', 'TargetPlatform'],
        'Choose either a device or a platform, not both.',
        'TargetDevice and TargetPlatform are mutually exclusive. You have to choose one of the two options.',
        { label: `Use the device ${TargetDevice}`, edits: [{ path: ['OutputConfig', 'TargetPlatform'] }] },
      ),
    ];
  }
  if (!TargetDevice && !TargetPlatform) {
    return [
      errorFinding(
        'target.none',
        ['OutputConfig', 'TargetDevice'],
        'Choose a target: a device or a platform.',
        'Either TargetDevice or TargetPlatform must be specified.',
      ),
    ];
  }
  return [];
};

type PlatformShape = 'TargetPlatformOs' | 'TargetPlatformArch' | 'TargetPlatformAccelerator';
const isKnown = (shape: PlatformShape, value: string) =>
  (stringShapes[shape].values as readonly string[]).includes(value);

/** Source: support matrix, TargetPlatform table. NNA is in the enum but in no table, so it is not judged. */
export const knownPlatform: RequestRule = ({ OutputConfig: { TargetPlatform } }) => {
  if (!TargetPlatform || TargetPlatform.Accelerator === 'NNA' || findTargetPlatform(TargetPlatform)) return [];
  const { Os, Arch, Accelerator } = TargetPlatform;
  // What is not chosen yet, or not known, is said at its own member.
  const isJudged =
    isKnown('TargetPlatformOs', Os) &&
    isKnown('TargetPlatformArch', Arch) &&
    (!Accelerator || isKnown('TargetPlatformAccelerator', Accelerator));
  if (!isJudged) return [];
  const combination = [Os, Arch, Accelerator].filter(Boolean).join(' with ');
  const withoutAccelerator = Accelerator && findTargetPlatform({ Os, Arch });
  return [
    errorFinding(
      'target.platform',
      ['OutputConfig', 'TargetPlatform'],
      `Neo does not support ${combination}. Choose another architecture or accelerator.`,
      `Unsupported TargetPlatform: Os ${Os}, Arch ${Arch}${Accelerator ? `, Accelerator ${Accelerator}` : ''}.`,
      withoutAccelerator
        ? {
            label: `Leave out ${Accelerator}`,
            edits: [{ path: ['OutputConfig', 'TargetPlatform', 'Accelerator'] }],
          }
        : undefined,
    ),
  ];
};
