import type { CreateCompilationJobRequest } from '../api/compilationJob.ts';
import type { Finding, FindingPath, Fix } from '../api/finding.ts';
import { findFramework } from './frameworks.ts';
import { frameworkVersionsFor } from './frameworkVersions.ts';
import { inputConfigNeed } from './inputConfigNeed.ts';
import { supportOf } from './support.ts';
import { tablesOfTarget } from './supportTables.ts';
import { targetDevices, targetInWords, targetSlug, type RequestTarget } from './targets.ts';
import { platformOfDevice } from './targetTranslation.ts';
import { nearestVersion } from './versions.ts';

/** What the rules of this file are about; the target is null when none, two, or an unknown one is named. */
interface Subject {
  framework: string;
  frameworkVersion: string | undefined;
  dataInputConfig: string | undefined;
  compilerOptions: string | undefined;
  target: RequestTarget | null;
}

const VERSION_PATH: FindingPath = ['InputConfig', 'FrameworkVersion'];

const REMOVE_VERSION: Fix = {
  label: 'Remove the framework version',
  edits: [{ path: VERSION_PATH }],
};

/**
 * Framework × version × target: what AWS documents as impossible is an error, what it does not list is a warning.
 * Requests with a framework that the catalogue does not know (of the future) get no findings here.
 */
export function checkSupport(request: CreateCompilationJobRequest): Finding[] {
  const { InputConfig, OutputConfig } = request;
  if (!InputConfig || !findFramework(InputConfig.Framework)) return [];
  const subject: Subject = {
    framework: InputConfig.Framework,
    // A request that breaks a constraint arrives as it was sent, with null for what is absent.
    frameworkVersion: InputConfig.FrameworkVersion ?? undefined,
    dataInputConfig: InputConfig.DataInputConfig ?? undefined,
    compilerOptions: OutputConfig.CompilerOptions ?? undefined,
    target: knownTarget(OutputConfig),
  };
  const ofFramework = checkFramework(subject);
  return [...ofFramework, ...checkVersion(subject, ofFramework.length > 0), ...checkInputConfig(subject)];
}

/** Other rules speak about targets that are missing, doubled, unknown or not offered. */
function knownTarget({ TargetDevice, TargetPlatform }: RequestTarget): RequestTarget | null {
  if (TargetDevice && TargetPlatform) return null;
  const target = TargetDevice ? { TargetDevice } : { TargetPlatform };
  return tablesOfTarget(target) ? target : null;
}

function targetPath({ TargetDevice, TargetPlatform }: RequestTarget): FindingPath {
  if (TargetDevice) return ['OutputConfig', 'TargetDevice'];
  const isUndocumented = tablesOfTarget({ TargetPlatform })?.length === 0;
  return ['OutputConfig', 'TargetPlatform', ...(isUndocumented ? ['Accelerator'] : [])];
}

/** Source: the support tables; AWS's words for the refusal are not public. */
function checkFramework(subject: Subject): Finding[] {
  const { framework, target } = subject;
  if (!target) return [];
  const { state, reason } = supportOf({ framework, target });
  if (state === 'notSupported') {
    const fix = platformFix(subject, target);
    return [
      {
        rule: 'support.framework',
        severity: 'error',
        path: targetPath(target),
        message: `${reason} Choose another target.`,
        awsMessage: `Framework ${framework} is not supported for target ${targetSlug(target)}.`,
        ...(fix && { fix }),
      },
    ];
  }
  if (state !== 'notListed') return [];
  const isNowhere = Object.keys(findFramework(framework)?.versions ?? {}).length === 0;
  return [
    {
      rule: 'support.notListed',
      severity: 'warning',
      path: isNowhere ? ['InputConfig', 'Framework'] : targetPath(target),
      message: `${reason} The service may refuse the job or fail it.`,
    },
  ];
}

/** The same machine as a platform, where Neo compiles the framework for that. */
function platformFix({ framework, compilerOptions }: Subject, { TargetDevice }: RequestTarget): Fix | undefined {
  const translation = TargetDevice ? platformOfDevice(TargetDevice) : null;
  if (!translation) return undefined;
  const { platform } = translation;
  const isNvidia = platform.Accelerator === 'NVIDIA';
  // Options that the request has stay, unless the platform needs others: then they would make a new error.
  const keepsOptions = compilerOptions !== undefined && (!isNvidia || compilerOptions.includes('gpu-code'));
  if (isNvidia && !keepsOptions && translation.compilerOptions === null) return undefined;
  const { state } = supportOf({ framework, target: { TargetPlatform: platform } });
  if (state !== 'tested' && state !== 'listed') return undefined;
  return {
    label: `Use the platform ${targetInWords({ TargetPlatform: platform })}`,
    edits: [
      { path: ['OutputConfig', 'TargetDevice'] },
      { path: ['OutputConfig', 'TargetPlatform'], value: platform },
      ...(keepsOptions || translation.compilerOptions === null
        ? []
        : [{ path: ['OutputConfig', 'CompilerOptions'], value: translation.compilerOptions }]),
    ],
  };
}

const versionError = (rule: string, message: string, awsMessage: string): Finding => ({
  rule,
  severity: 'error',
  path: VERSION_PATH,
  message: `${message} Leave it out.`,
  awsMessage,
  fix: REMOVE_VERSION,
});

/** Sources: InputConfig$FrameworkVersion for the frameworks, the service's text of 2022 for the targets. */
function checkVersion({ framework, frameworkVersion, target }: Subject, isReported: boolean): Finding[] {
  if (frameworkVersion === undefined) return [];
  const { isTaken, versions, reason } = frameworkVersionsFor(framework, target ?? {});
  if (!findFramework(framework)?.takesFrameworkVersion) {
    const awsMessage =
      'FrameworkVersion is only supported for the MXNet, PyTorch, TensorFlow and TensorFlow Lite frameworks.';
    return [versionError('frameworkVersion.framework', reason, awsMessage)];
  }
  if (!isTaken) return [versionError('frameworkVersion.target', reason, unsupportedVersionField())];
  // A framework that is not listed for the target has no listed version either; that was said.
  if (!target || isReported) return [];
  const support = supportOf({ framework, frameworkVersion, target });
  if (support.state !== 'notListed') return [];
  const nearest = nearestVersion(frameworkVersion, versions);
  return [
    {
      rule: 'frameworkVersion.notListed',
      severity: 'warning',
      path: VERSION_PATH,
      message: support.reason,
      ...(nearest && { fix: { label: `Use ${nearest}`, edits: [{ path: VERSION_PATH, value: nearest }] } }),
    },
  ];
}

/** The service's own text (failures.md 65); its list is cut where it was recorded, so it is made from the catalogue. */
function unsupportedVersionField(): string {
  const taking = targetDevices.filter(({ frameworkVersion }) => frameworkVersion.isTaken).map(({ id }) => id);
  return `Unsupported framework version field for target. Framework version is supported for Target Platform configuration and only part of target devices. \nFramework version is only supported for ${taking.join(', ')}.`;
}

/** Source: failures.md 9, the text of a job that failed without DataInputConfig. */
function checkInputConfig({ framework, frameworkVersion, dataInputConfig, target }: Subject): Finding[] {
  if (dataInputConfig !== undefined) return [];
  const { need, reason } = inputConfigNeed({ framework, frameworkVersion, target: target ?? {} });
  if (need !== 'required') return [];
  return [
    {
      rule: 'dataInputConfig.missing',
      severity: 'error',
      path: ['InputConfig', 'DataInputConfig'],
      message: reason,
      awsMessage:
        'InputConfiguration: We are unable to extract DataInputConfig from the model due to input_config_derivation_error. Please override by providing a DataInputConfig during compilation job creation.',
    },
  ];
}
