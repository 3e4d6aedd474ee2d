import fc, { type Arbitrary } from 'fast-check';
import type { CreateCompilationJobRequest } from '../api/compilationJob.ts';
import { stringShapes } from '../api/shapes.ts';
import { frameworkVersionsFor } from '../catalog/frameworkVersions.ts';
import { inputConfigNeed } from '../catalog/inputConfigNeed.ts';
import { targetSlug } from '../catalog/targets.ts';
import { checkCreateCompilationJob } from '../request/requestRules.ts';
import { compilerOptionsArbitrary, everyOptionUse } from './compilerOptionsArbitrary.ts';
import { dataInputConfigArbitrary } from './dataInputConfigArbitrary.ts';
import {
  archiveUri,
  jobName,
  kmsKeyForms,
  modelPackageArn,
  outputUri,
  roleArn,
  stoppingCondition,
  tags,
  vpcConfig,
} from './requestFields.ts';
import { everySubject, type Subject } from './subject.ts';

const withoutUndefined = <Value extends object>(value: Value): Value =>
  Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as Value;

function inputConfig({
  framework,
  target,
}: Subject): Arbitrary<NonNullable<CreateCompilationJobRequest['InputConfig']>> {
  const { isTaken, versions } = frameworkVersionsFor(framework, target);
  const version =
    isTaken && versions.length > 0
      ? fc.option(fc.constantFrom(...versions), { nil: undefined })
      : fc.constant(undefined);
  return fc
    .record({
      S3Uri: archiveUri,
      FrameworkVersion: version,
      text: dataInputConfigArbitrary({ framework, target }),
      isLeftOut: fc.boolean(),
    })
    .map(({ S3Uri, FrameworkVersion, text, isLeftOut }) => {
      const { need } = inputConfigNeed({ framework, frameworkVersion: FrameworkVersion, target });
      const isAbsent = need === 'notNeeded' || (need === 'derivable' && isLeftOut);
      return withoutUndefined({
        S3Uri,
        DataInputConfig: isAbsent ? undefined : text,
        Framework: framework,
        FrameworkVersion,
      });
    });
}

/** What is decided about a request; all else is drawn. */
interface RequestChoice {
  subject?: Subject;
  /** CompilerOptions as given, null for none. */
  compilerOptions?: string;
  kmsKeyId?: string;
  /** True: a model package version in place of a model archive. */
  isPackage?: boolean;
}

const isValid = (request: CreateCompilationJobRequest): boolean =>
  checkCreateCompilationJob(request, { service: 'aws' }).ok;

function requestFor(choice: RequestChoice): Arbitrary<CreateCompilationJobRequest> {
  const subjects = choice.subject ? fc.constant(choice.subject) : fc.constantFrom(...everySubject);
  return subjects.chain((subject) =>
    fc
      .record({
        name: jobName,
        role: roleArn,
        model: inputConfig(subject),
        modelPackage: modelPackageArn,
        isPackage:
          choice.isPackage === undefined
            ? fc.constantFrom(...(choice.subject ? [false] : [true, false, false, false, false]))
            : fc.constant(choice.isPackage),
        output: outputUri,
        options:
          choice.compilerOptions === undefined
            ? compilerOptionsArbitrary(subject)
            : fc.constant(choice.compilerOptions),
        kms: choice.kmsKeyId
          ? fc.constant(choice.kmsKeyId)
          : fc.option(fc.constantFrom(...kmsKeyForms), { nil: undefined }),
        vpc: fc.option(vpcConfig, { freq: 2, nil: undefined }),
        limits: stoppingCondition,
        tags: fc.option(tags, { freq: 2, nil: undefined }),
      })
      .map(({ name, role, model, modelPackage, isPackage, output, options, kms, vpc, limits, tags: tagList }) => {
        // A model package brings its own framework and so hides the subject's.
        return withoutUndefined({
          CompilationJobName: name,
          RoleArn: role,
          ModelPackageVersionArn: isPackage ? modelPackage : undefined,
          InputConfig: isPackage ? undefined : model,
          OutputConfig: withoutUndefined({
            S3OutputLocation: output,
            ...subject.target,
            CompilerOptions: options ?? undefined,
            KmsKeyId: kms,
          }),
          VpcConfig: vpc,
          StoppingCondition: limits,
          Tags: tagList,
        });
      })
      .filter(isValid),
  );
}

/**
 * Requests that AWS would take: every framework, version, target and option, in every form, with strings that are hard
 * to quote. Valid by `checkCreateCompilationJob` for AWS; warnings are allowed.
 */
export const requestArbitrary: Arbitrary<CreateCompilationJobRequest> = requestFor({});

/** A subject for every target, with the framework that was used least: each framework gets its share. */
function coveringSubjects(): Subject[] {
  const uses = new Map<string, number>();
  const usesOf = ({ framework }: Subject) => uses.get(framework) ?? 0;
  const slugs = new Set(everySubject.map(({ target }) => targetSlug(target)));
  return [...slugs].map((slug) => {
    const candidates = everySubject.filter(({ target }) => targetSlug(target) === slug);
    const subject = candidates.reduce((best, next) => (usesOf(next) < usesOf(best) ? next : best));
    uses.set(subject.framework, usesOf(subject) + 1);
    return subject;
  });
}

/** What a corpus must have: every framework, device, platform, documented option, KMS form, and a model package. */
function coveringChoices(): RequestChoice[] {
  return [
    ...coveringSubjects().map((subject) => ({ subject })),
    ...everyOptionUse(),
    ...kmsKeyForms.map((kmsKeyId) => ({ kmsKeyId })),
    { isPackage: true },
  ];
}

/** The name with a number at its end, so that no two are the same. */
function numbered(name: string, index: number): string {
  const ending = `-${index}`;
  return `${name.slice(0, stringShapes.EntityName.max - ending.length).replace(/-+$/u, '')}${ending}`;
}

/**
 * Valid requests for real clients to send, the same for the same seed; no two have the same name. From 150 on they have
 * every framework, device, platform and documented option at least once.
 */
export function requestCorpus(count: number, seed: number): CreateCompilationJobRequest[] {
  const choices = coveringChoices();
  return Array.from({ length: count }, (_, index) => {
    const drawn = fc.sample(requestFor(choices[index] ?? {}), { seed: seed + index, numRuns: 1 });
    return drawn.map((request) => ({ ...request, CompilationJobName: numbered(request.CompilationJobName, index) }));
  }).flat();
}
