import { findFramework } from './frameworks.ts';
import type { SupportQuestion } from './support.ts';
import { findTargetDevice, type RequestTarget } from './targets.ts';
import { compareVersions } from './versions.ts';

/** Whether a request needs DataInputConfig. */
export interface InputConfigNeed {
  /** `derivable`: the service reads the shapes from the model itself, if it can. */
  need: 'required' | 'derivable' | 'notNeeded';
  /** Why, as a sentence. */
  reason: string;
}

/**
 * Whether DataInputConfig must be given. Sources: InputConfig$DataInputConfig (XGBoost), and the developer guide since
 * September 2023: optional for models traced with PyTorch 2.0 or later, on cloud instances.
 * What the catalogue does not know, or is not chosen yet, is never called required.
 */
export function inputConfigNeed({ framework, frameworkVersion, target }: SupportQuestion): InputConfigNeed {
  const entry = findFramework(framework);
  if (!entry) return { need: 'derivable', reason: `The catalogue does not know the framework ${framework}.` };
  const { need, derivableFrom } = entry.inputConfig;
  if (need === 'notNeeded') return { need, reason: `${entry.label} needs no input names and shapes.` };
  if (derivableFrom === null) return { need, reason: `${entry.label} needs the name and shape of every input.` };
  if (!mayDerive(target)) {
    const reason = `For ${entry.label} the shapes are derived on cloud instances only; this target needs them.`;
    return { need: 'required', reason };
  }
  // A version that is no number may be new enough; another rule warns of it.
  if (frameworkVersion && (compareVersions(frameworkVersion, derivableFrom) ?? 0) < 0) {
    const reason = `The shapes are derived from ${entry.label} ${derivableFrom} on; version ${frameworkVersion} needs them.`;
    return { need: 'required', reason };
  }
  const reason = `May be left out if the model was traced with ${entry.label} ${derivableFrom} or later: Neo then derives the shapes.`;
  return { need: 'derivable', reason };
}

function mayDerive({ TargetDevice, TargetPlatform }: RequestTarget): boolean {
  if (TargetDevice) return findTargetDevice(TargetDevice)?.derivesInputConfig ?? true;
  return !TargetPlatform;
}
