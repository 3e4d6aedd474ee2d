import { z } from 'zod';
import { findTargetDevice, type RequestTarget } from '../catalog/catalog.ts';
import triplesJson from './nvidiaTriples.json' with { type: 'json' };

const nvidiaTripleSchema = z.strictObject({
  'gpu-code': z.string(),
  'trt-ver': z.string(),
  'cuda-ver': z.string(),
  /** Board, instance or document. */
  label: z.string(),
  /** The JetPack release that ships these versions, where the target is a Jetson. */
  jetPack: z.string().nullable(),
  arch: z.string(),
  /** Devices of the catalogue for which it was seen. */
  devices: z.array(z.string()),
  source: z.string(),
});
/** Values of the three NVIDIA options that were seen together. */
export type NvidiaTriple = z.infer<typeof nvidiaTripleSchema>;

export const NVIDIA_KEYS = ['gpu-code', 'trt-ver', 'cuda-ver'] as const;
export type NvidiaKey = (typeof NVIDIA_KEYS)[number];

/**
 * Every triple that public AWS material uses; AWS publishes no table of what is allowed.
 * Source: support matrix, "NVIDIA triples". Releases of JetPack that it does not name are NVIDIA's.
 */
export const nvidiaTriples: readonly NvidiaTriple[] = z.array(nvidiaTripleSchema).parse(triplesJson);

/** Highest major CUDA version that Neo takes. Source: awslabs/DefectDetectionApplication, design notes. */
export const MAX_CUDA_MAJOR = 11;

/** Values of the three options as far as they are given. */
export type GivenTriple = Readonly<Partial<Record<NvidiaKey, string>>>;

const isSame = (given: GivenTriple, triple: NvidiaTriple, key: NvidiaKey) => given[key] === triple[key];

/** How far a triple is from a target: 0 its board, 1 the same GPU, 2 the same architecture, 3 anything else. */
function distanceFrom({ TargetDevice, TargetPlatform }: RequestTarget): (triple: NvidiaTriple) => number {
  const arch = TargetPlatform?.Arch ?? findTargetDevice(TargetDevice ?? '')?.arch;
  const isOfBoard = ({ devices }: NvidiaTriple) => TargetDevice !== undefined && devices.includes(TargetDevice);
  const gpus = new Set(nvidiaTriples.filter(isOfBoard).map((triple) => triple['gpu-code']));
  return (triple) => {
    if (isOfBoard(triple)) return 0;
    if (gpus.has(triple['gpu-code'])) return 1;
    return triple.arch === arch ? 2 : 3;
  };
}

/** The known triples, those of the target's board first, then those of its GPU, then those of its architecture. */
export function nvidiaTriplesFor(target: RequestTarget): NvidiaTriple[] {
  const distance = distanceFrom(target);
  return [...nvidiaTriples].sort((one, other) => distance(one) - distance(other));
}

/** `10.2` as a number that compares: 100200. */
const versionNumber = (version: string) =>
  version.split('.').reduce((sum, part, index) => sum + Number(part) * 100 ** (2 - index), 0);

const versionDistance = (given: string | undefined, known: string) =>
  given === undefined ? 0 : Math.abs(versionNumber(given) - versionNumber(known));

/**
 * The triples that come nearest to what is given: the same GPU first (it cannot be changed), else the nearest to the
 * target; then by the distance of the CUDA versions, then of the TensorRT versions; then as {@link nvidiaTriplesFor}.
 */
export function nearestNvidiaTriples(given: GivenTriple, target: RequestTarget): NvidiaTriple[] {
  const distance = distanceFrom(target);
  const measure = (triple: NvidiaTriple) => [
    isSame(given, triple, 'gpu-code') ? -1 : distance(triple),
    versionDistance(given['cuda-ver'], triple['cuda-ver']),
    versionDistance(given['trt-ver'], triple['trt-ver']),
  ];
  return nvidiaTriplesFor(target)
    .map((triple) => ({ triple, measures: measure(triple) }))
    .sort((one, other) => {
      const differences = one.measures.map((value, index) => value - (other.measures[index] ?? 0));
      return differences.find((difference) => difference !== 0) ?? 0;
    })
    .map(({ triple }) => triple);
}

/** True when the three values were seen together. */
export function isKnownNvidiaTriple(given: GivenTriple): boolean {
  return nvidiaTriples.some((triple) => NVIDIA_KEYS.every((key) => isSame(given, triple, key)));
}

/** `sm_62, TensorRT 6.0.1, CUDA 10.0`. */
export function nvidiaTripleInWords(triple: Readonly<Record<NvidiaKey, string>>): string {
  return `${triple['gpu-code']}, TensorRT ${triple['trt-ver']}, CUDA ${triple['cuda-ver']}`;
}
