import { describe, expect, it } from 'vitest';
import { chooseAvailable, describeLack, packagesFor, parseMissingLibraries, type Lack } from './systemPackages.ts';

const NOTHING: Lack = { libraries: [], virtualDisplay: false, fonts: false };

describe('parseMissingLibraries', () => {
  it('names each missing library once', () => {
    const output = [
      '\tlinux-vdso.so.1 (0x00007ffc5b5f2000)',
      '\tlibffmpeg.so => /opt/electron/libffmpeg.so (0x00007f0e5e600000)',
      '\tlibgtk-3.so.0 => not found',
      '\tlibnss3.so => not found',
      '\tlibnss3.so => not found',
      '\t/lib64/ld-linux-x86-64.so.2 (0x00007f0e6b4c4000)',
    ].join('\n');
    expect(parseMissingLibraries(output)).toEqual(['libgtk-3.so.0', 'libnss3.so']);
  });

  it('finds nothing missing in a complete list', () => {
    expect(parseMissingLibraries('\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f0e6b2d1000)\n')).toEqual([]);
  });
});

describe('packagesFor', () => {
  it('wants nothing when nothing is lacking', () => {
    expect(packagesFor(NOTHING)).toEqual([]);
  });

  it('wants Xvfb only where there is no display', () => {
    expect(packagesFor({ ...NOTHING, virtualDisplay: true })).toEqual([['xvfb']]);
  });

  it('wants the libraries and fonts that Electron needs', () => {
    const names = packagesFor({ libraries: ['libgtk-3.so.0'], virtualDisplay: false, fonts: true }).flat();
    expect(names).toEqual(
      expect.arrayContaining(['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'fonts-dejavu-core']),
    );
  });
});

describe('chooseAvailable', () => {
  const packages = [['libgtk-3-0t64', 'libgtk-3-0'], ['libnss3']];

  it('takes the renamed package where the distribution has it', async () => {
    await expect(chooseAvailable(packages, async () => true)).resolves.toEqual(['libgtk-3-0t64', 'libnss3']);
  });

  it('takes the old name elsewhere', async () => {
    await expect(chooseAvailable(packages, async () => false)).resolves.toEqual(['libgtk-3-0', 'libnss3']);
  });
});

describe('describeLack', () => {
  it('is the middle of a sentence', () => {
    expect(describeLack({ libraries: ['libnss3.so'], virtualDisplay: true, fonts: true })).toBe(
      'it lacks the system libraries libnss3.so and a display (or Xvfb, to make a virtual one) and fonts',
    );
  });
});
