import { frameworks } from '../catalog/frameworks.ts';
import { supportOf } from '../catalog/support.ts';
import { targetDevices, targetPlatforms, type RequestTarget } from '../catalog/targets.ts';

/** What a request is about: everything else in it depends on these two. */
export interface Subject {
  framework: string;
  target: RequestTarget;
}

/** Every target of the API: devices, platforms, and the accelerator that is in the API and in no table. */
const everyTarget: readonly RequestTarget[] = [
  ...targetDevices.map(({ id }) => ({ TargetDevice: id })),
  ...targetPlatforms.map(({ os, arch, accelerator }) => ({
    TargetPlatform: { Os: os, Arch: arch, ...(accelerator && { Accelerator: accelerator }) },
  })),
  { TargetPlatform: { Os: 'LINUX', Arch: 'ARM64', Accelerator: 'NNA' } },
];

/** Every framework on every target that AWS does not exclude. */
export const everySubject: readonly Subject[] = frameworks.flatMap(({ id: framework }) =>
  everyTarget.map((target) => ({ framework, target })).filter((subject) => supportOf(subject).state !== 'notSupported'),
);
