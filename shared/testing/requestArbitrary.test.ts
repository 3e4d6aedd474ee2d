import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringShapes } from '../api/shapes.ts';
import { targetDevices, targetPlatforms, targetSlug } from '../catalog/targets.ts';
import { compilerOptions, neuronFlags } from '../compilerOptions/compilerOptions.ts';
import { checkCreateCompilationJob } from '../request/requestRules.ts';
import { requestArbitrary, requestCorpus } from './requestArbitrary.ts';

const SMALLEST_WITH_EVERYTHING = 150;
const corpus = requestCorpus(SMALLEST_WITH_EVERYTHING, 1);

describe('requestArbitrary', () => {
  it('makes valid requests only', () => {
    fc.assert(
      fc.property(requestArbitrary, (request) => {
        expect(checkCreateCompilationJob(request, { service: 'aws' })).toMatchObject({ ok: true });
      }),
    );
  });
});

describe('requestCorpus', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(requestCorpus(20, 7)).toEqual(requestCorpus(20, 7));
    expect(requestCorpus(20, 7)).not.toEqual(requestCorpus(20, 8));
  });

  it('has as many requests as were asked for, each valid and with a name of its own', () => {
    expect(corpus).toHaveLength(SMALLEST_WITH_EVERYTHING);
    expect(new Set(corpus.map(({ CompilationJobName }) => CompilationJobName)).size).toBe(SMALLEST_WITH_EVERYTHING);
    for (const request of corpus) {
      expect(checkCreateCompilationJob(request, { service: 'aws' })).toMatchObject({ ok: true });
    }
  });

  it('has every framework, device and platform', () => {
    const frameworksSeen = new Set(corpus.map(({ InputConfig }) => InputConfig?.Framework));
    expect(stringShapes.Framework.values.filter((id) => !frameworksSeen.has(id))).toEqual([]);
    const targetsSeen = new Set(corpus.map(({ OutputConfig }) => targetSlug(OutputConfig)));
    const devices = targetDevices.map(({ id }) => id);
    const platforms = targetPlatforms.map(({ os, arch, accelerator }) =>
      [os, arch, accelerator].filter(Boolean).join('_'),
    );
    expect([...devices, ...platforms, 'LINUX_ARM64_NNA'].filter((slug) => !targetsSeen.has(slug))).toEqual([]);
  });

  it('has every documented compiler option and flag', () => {
    const texts = corpus.map(({ OutputConfig }) => OutputConfig.CompilerOptions ?? '');
    const isSeen = (part: string) => texts.some((text) => text.includes(part));
    expect(compilerOptions.filter(({ key }) => !isSeen(`"${key}"`))).toEqual([]);
    expect(neuronFlags.filter(({ name }) => !isSeen(name))).toEqual([]);
  });

  it('has every other member, and model packages', () => {
    const seen = new Set(corpus.flatMap((request) => Object.keys(request)));
    expect(seen).toContain('ModelPackageVersionArn');
    expect(seen).toContain('VpcConfig');
    expect(seen).toContain('Tags');
    const limits = new Set(corpus.flatMap(({ StoppingCondition }) => Object.keys(StoppingCondition)));
    expect([...limits].sort()).toEqual(['MaxPendingTimeInSeconds', 'MaxRuntimeInSeconds', 'MaxWaitTimeInSeconds']);
    const keys = corpus.flatMap(({ OutputConfig }) => OutputConfig.KmsKeyId ?? []);
    expect(new Set(keys).size).toBe(5);
  });
});
