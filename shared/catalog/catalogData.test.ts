import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { stringShapes } from '../api/shapes.ts';
import {
  devicePresets,
  devicesOfPlatform,
  findCompileProfile,
  findTargetDevice,
  findTargetPlatform,
  frameworks,
  platformOfDevice,
  presetOfDevice,
  targetDevices,
  targetPlatforms,
  targetPresets,
} from './catalog.ts';
import { supportTables } from './supportTables.ts';
import { testedModels } from './testedModels.ts';

/** Lies beside the repository where it is developed, not in it. */
const MATRIX = new URL('../../../shared/reference/support-matrix.json', import.meta.url);
const MATRIX_TEXT = new URL('../../../shared/reference/support-matrix.md', import.meta.url);
const hasMatrix = existsSync(MATRIX) && existsSync(MATRIX_TEXT);

const printed = z.string().nullish();
const matrixSchema = z.object({
  frameworks: z.record(
    z.string(),
    z.object({ cloud: z.array(z.string()), edge: z.array(z.string()), inf1: z.array(z.string()).optional() }).loose(),
  ),
  cloudTargets: z.record(
    z.string(),
    z.object({ computeType: z.string().optional(), regions: z.array(z.string()).optional() }),
  ),
  edgeTargets: z.record(
    z.string(),
    z.object({
      soc: printed,
      os: printed,
      arch: printed,
      accelerator: printed,
      compilerOptionsExample: z.unknown().optional(),
    }),
  ),
  targetPlatform: z.object({ valid: z.record(z.string(), z.record(z.string(), z.array(z.string()))) }),
  nvidiaCombosSeen: z.array(z.record(z.string(), z.unknown())),
  frameworkVersion: z.object({ serverTextTargets: z.array(z.string()) }),
  testedModels: z.record(
    z.string(),
    z.object({ columns: z.array(z.string()), models: z.record(z.string(), z.array(z.string())) }),
  ),
});

describe('the catalogue’s own data', () => {
  it('has the frameworks, devices and platforms of the API, each once', () => {
    expect(frameworks.map(({ id }) => id).sort()).toEqual([...stringShapes.Framework.values].sort());
    expect(targetDevices.map(({ id }) => id).sort()).toEqual([...stringShapes.TargetDevice.values].sort());
    const { TargetPlatformOs, TargetPlatformArch, TargetPlatformAccelerator } = stringShapes;
    for (const { os, arch, accelerator } of targetPlatforms) {
      expect(TargetPlatformOs.values).toContain(os);
      expect(TargetPlatformArch.values).toContain(arch);
      expect([null, ...TargetPlatformAccelerator.values]).toContain(accelerator);
    }
  });

  it.each(targetDevices.map((device) => [device.id, device] as const))(
    'translates %s to a valid platform or says why not',
    (id, device) => {
      expect(device.platform === null).toBe(device.noPlatformReason !== null);
      expect(device.sources).not.toEqual([]);
      expect(presetOfDevice(id)).toMatchObject({ target: { TargetDevice: id }, label: device.label });
      const translation = platformOfDevice(id);
      if (!translation) return;
      expect(findTargetPlatform(translation.platform)).toBeDefined();
      expect(devicesOfPlatform(translation.platform).map((one) => one.id)).toContain(id);
    },
  );

  it('points only to what exists', () => {
    const tables = supportTables.map(({ id }) => id);
    for (const { local, supportTables: ids } of [...targetDevices, ...targetPlatforms]) {
      expect('refused' in local || findCompileProfile(local.profile) !== undefined).toBe(true);
      expect(tables).toEqual(expect.arrayContaining(ids));
    }
    for (const { versions } of frameworks) expect(tables).toEqual(expect.arrayContaining(Object.keys(versions)));
    for (const { exclusions } of supportTables) {
      expect(frameworks.map(({ id }) => id)).toEqual(expect.arrayContaining(Object.keys(exclusions)));
    }
    for (const { devices, platforms } of testedModels.columns) {
      for (const id of devices) expect(findTargetDevice(id)).toBeDefined();
      for (const platform of platforms) expect(findTargetPlatform(platform)).toBeDefined();
    }
  });

  it('corrects only what it prints otherwise', () => {
    for (const device of targetDevices) {
      for (const { member, printed: text } of device.corrections) expect(device[member]).not.toBe(text);
    }
  });

  it('lists versions that the API can express', () => {
    const { pattern, min, max } = stringShapes.FrameworkVersion;
    const listed = frameworks.flatMap(({ versions }) => Object.values(versions).flatMap((one) => one.listed));
    for (const version of listed) {
      expect(version).toMatch(new RegExp(`^(?:${pattern})$`, 'u'));
      expect(version.length).toBeGreaterThanOrEqual(min);
      expect(version.length).toBeLessThanOrEqual(max);
    }
  });

  it('has options and examples that are JSON on one line, and every preset under one id', () => {
    const presets = [...targetPresets, ...devicePresets];
    expect(new Set(presets.map(({ id }) => id)).size).toBe(presets.length);
    const options = [...presets, ...targetDevices].map(({ compilerOptions }) => compilerOptions);
    const translated = targetDevices.map(({ platformCompilerOptions }) => platformCompilerOptions);
    const examples = frameworks.map(({ inputConfig }) => inputConfig.example);
    for (const text of [...options, ...translated, ...examples].filter((one) => one !== null)) {
      expect(JSON.stringify(JSON.parse(text))).toBe(text);
    }
  });

  it('gives the NVIDIA platform of a device its three options, where AWS material has them', () => {
    const onNvidia = targetDevices.filter(({ platform }) => platform?.Accelerator === 'NVIDIA').map(({ id }) => id);
    const withoutOptions = onNvidia.filter((id) => {
      const options = JSON.parse(platformOfDevice(id)?.compilerOptions ?? '{}') as object;
      return Object.keys(options).join(' ') !== 'gpu-code trt-ver cuda-ver';
    });
    expect(withoutOptions).toEqual(['ml_p2']);
  });

  it('does not translate a board whose system AWS leaves open', () => {
    expect(platformOfDevice('rasp4b')).toBeNull();
    expect(findTargetDevice('rasp4b')?.noPlatformReason).toMatch(/AWS prints no architecture/);
    expect(platformOfDevice('ml_z9')).toBeNull();
  });

  it('finds every device of a platform', () => {
    const ids = (accelerator: string) =>
      devicesOfPlatform({ Os: 'LINUX', Arch: 'ARM64', Accelerator: accelerator }).map(({ id }) => id);
    expect(ids('NVIDIA')).toEqual(['jetson_nano', 'jetson_tx1', 'jetson_tx2', 'jetson_xavier']);
    expect(ids('MALI')).toEqual(['rk3399', 'aisage']);
  });
});

describe.skipIf(!hasMatrix)(
  `the catalogue against the support matrix${hasMatrix ? '' : ' (not here: skipped)'}`,
  () => {
    const matrix = () => matrixSchema.parse(JSON.parse(readFileSync(MATRIX, 'utf8')));

    it('lists the versions of the matrix', () => {
      const text = readFileSync(MATRIX_TEXT, 'utf8');
      for (const { id, versions } of frameworks) {
        const row = matrix().frameworks[id];
        const clean = (list: readonly string[] = []) => list.filter((version) => !version.includes('('));
        for (const table of ['cloud', 'inf1', 'edge'] as const) {
          expect([id, table, versions[table]?.listed ?? []]).toEqual([id, table, clean(row?.[table])]);
        }
        expect([id, versions['eia']?.listed]).toEqual([id, row?.['eia2 (legacy, off the current page)']]);
        const cells = new RegExp(`^\\| ${id} \\|([^|]*)\\|([^|]*)\\|([^|]*)\\|`, 'mu').exec(text)?.slice(1);
        const orEarlier = cells?.map((cell) => cell.includes('or earlier'));
        const ours = ['cloud', 'inf1', 'edge'].map((table) => versions[table]?.isOrEarlier ?? false);
        expect([id, ours]).toEqual([id, orEarlier]);
      }
    });

    it('has the compute types and regions of the cloud targets', () => {
      for (const [id, { computeType, regions }] of Object.entries(matrix().cloudTargets)) {
        const device = findTargetDevice(id);
        expect(device?.group).toBe('cloud');
        expect([id, device?.computeType]).toEqual([id, computeType?.replace(' (legacy)', '') ?? null]);
        expect([id, device?.regions]).toEqual([id, regions ?? null]);
      }
    });

    it('has the chips, systems and options of the edge targets, or says what it corrects', () => {
      for (const [id, row] of Object.entries(matrix().edgeTargets)) {
        const device = findTargetDevice(id);
        for (const member of ['soc', 'os', 'arch', 'accelerator'] as const) {
          const text = row[member]?.replace(/ \(.*$/u, '');
          if (!text) continue;
          const correction = device?.corrections.find((one) => one.member === member);
          const ours = correction?.printed ?? device?.[member];
          expect([id, member, ours?.toLowerCase()]).toEqual([id, member, text.toLowerCase()]);
        }
        const options: unknown = device?.compilerOptions ? JSON.parse(device.compilerOptions) : null;
        expect([id, options]).toEqual([id, row.compilerOptionsExample ?? null]);
      }
    });

    it('has every device of the matrix and no other', () => {
      const { cloudTargets, edgeTargets } = matrix();
      const ids = [...Object.keys(cloudTargets), ...Object.keys(edgeTargets)];
      expect(targetDevices.map(({ id }) => id).sort()).toEqual(ids.sort());
    });

    it('has the valid platforms', () => {
      const { LINUX, ANDROID } = matrix().targetPlatform.valid;
      const keys = Object.entries({ LINUX, ANDROID }).flatMap(([os, rows]) =>
        Object.entries(rows ?? {}).flatMap(([accelerator, archs]) =>
          archs.map((arch) => `${os} ${arch} ${accelerator === '(none)' ? null : accelerator}`),
        ),
      );
      const ours = targetPlatforms.map(({ os, arch, accelerator }) => `${os} ${arch} ${accelerator}`);
      expect(ours.sort()).toEqual(keys.sort());
    });

    it('takes a framework version for every target that the service named', () => {
      const named = matrix().frameworkVersion.serverTextTargets.filter((id) => !id.includes(' '));
      expect(named.length).toBeGreaterThan(18);
      for (const id of named) expect([id, findTargetDevice(id)?.frameworkVersion.isTaken]).toEqual([id, true]);
    });

    it('offers GPU options that AWS material uses', () => {
      const triple = ({ ...options }: Record<string, unknown>) =>
        ['gpu-code', 'trt-ver', 'cuda-ver'].map((key) => options[key]).join(' ');
      const seen = matrix().nvidiaCombosSeen.map(triple);
      const texts = [
        ...devicePresets.map(({ compilerOptions }) => compilerOptions),
        ...targetPresets.map(({ compilerOptions }) => compilerOptions),
        ...targetDevices.map(({ platformCompilerOptions }) => platformCompilerOptions),
      ].filter((text) => text?.includes('gpu-code'));
      for (const text of texts) expect(seen).toContain(triple(JSON.parse(text ?? '') as Record<string, unknown>));
    });

    it('has the tested models', () => {
      const tables = Object.entries(matrix().testedModels).map(([name, { models }]) => ({ name, models }));
      expect(testedModels.tables.map(({ name, models }) => ({ name, models }))).toEqual(tables);
      const columns = new Set(Object.values(matrix().testedModels).flatMap((table) => table.columns));
      expect(testedModels.columns.map(({ name }) => name).sort()).toEqual([...columns].sort());
    });
  },
);
