import fc from 'fast-check';
import { expect, it } from 'vitest';
import { neuronFlags } from './compilerOptions.ts';
import { neuronFlagValue, withNeuronFlag } from './neuronFlags.ts';

const flag = (name: string) => {
  const found = neuronFlags.find((candidate) => candidate.name === name);
  if (!found) throw new Error(name);
  return found;
};
const verbose = flag('--verbose');
const cores = flag('--num-neuroncores');
const level = flag('-O');
const dtype = flag('--dtype');
const EXAMPLE = '--verbose 1 --num-neuroncores 2 -O2';

it("reads the flags of AWS's examples", () => {
  expect([verbose, cores, level, dtype].map((name) => neuronFlagValue(EXAMPLE, name))).toEqual([
    '1',
    '2',
    '2',
    undefined,
  ]);
  expect(neuronFlagValue('--dtype int64', dtype)).toBe('int64');
});

it.each([
  ['--verbose=DEBUG -O=3', verbose, 'DEBUG'],
  ['-O 1', level, '1'],
  ['-O=3', level, '3'],
  ['--verbose -O2', verbose, ''],
  ['--verbose  -O2', level, '2'],
  ['--verbose-more 1', verbose, undefined],
  ['x--verbose 1', verbose, undefined],
  ['--verbose 1 --verbose 2', verbose, '2'],
] as const)('in %s the flag %o is %s', (flags, name, expected) => {
  expect(neuronFlagValue(flags, name)).toBe(expected);
});

it('sets a flag in its place or at the end, and removes it', () => {
  expect(withNeuronFlag(EXAMPLE, cores, '4')).toBe('--verbose 1 --num-neuroncores 4 -O2');
  expect(withNeuronFlag(EXAMPLE, level, '3')).toBe('--verbose 1 --num-neuroncores 2 -O3');
  expect(withNeuronFlag(EXAMPLE, dtype, 'int64')).toBe(`${EXAMPLE} --dtype int64`);
  expect(withNeuronFlag(EXAMPLE, verbose, undefined)).toBe('--num-neuroncores 2 -O2');
  expect(withNeuronFlag(EXAMPLE, level, undefined)).toBe('--verbose 1 --num-neuroncores 2');
  expect(withNeuronFlag(EXAMPLE, dtype, undefined)).toBe(EXAMPLE);
  expect(withNeuronFlag('', level, '2')).toBe('-O2');
  expect(withNeuronFlag('-O2', level, undefined)).toBe('');
});

it('keeps every other part of the string', () => {
  const others = fc.array(fc.constantFrom('--extended "a  b"', '--fast-math none', '-x', 'word'), { maxLength: 3 });
  const change = fc.oneof(
    fc.tuple(fc.constantFrom(verbose, dtype), fc.stringMatching(/^[A-Za-z0-9]+$/u)),
    fc.tuple(fc.constantFrom(cores, level), fc.nat().map(String)),
  );
  fc.assert(
    fc.property(others, others, change, change, (before, after, [name, first], [, second]) => {
      const value = name.isJoined ? '7' : second;
      const flags = [...before, `${name.name}${name.isJoined ? '' : ' '}${first}`, ...after].join(' ');
      const changed = withNeuronFlag(flags, name, value);
      expect(neuronFlagValue(changed, name)).toBe(value);
      expect(changed).toBe([...before, `${name.name}${name.isJoined ? '' : ' '}${value}`, ...after].join(' '));
      expect(withNeuronFlag(changed, name, undefined)).toBe([...before, ...after].join(' '));
    }),
  );
});
