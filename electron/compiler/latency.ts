import type { Latency } from '../../shared/compile/manifest.ts';
import { OnnxSession, type Feeds, type OptimizationLevel } from './onnxruntime.ts';

export interface LatencyLimits {
  /** Time for all inferences together, and for all loads. */
  runBudgetMs: number;
  loadBudgetMs: number;
  maxRuns: number;
  maxLoads: number;
  /** A model whose single inference takes longer is not measured: the job should not wait for numbers. */
  maxInferenceMs: number;
}

export const LATENCY_LIMITS: LatencyLimits = {
  runBudgetMs: 1_000,
  loadBudgetMs: 500,
  maxRuns: 200,
  maxLoads: 5,
  maxInferenceMs: 1_000,
};

export interface LatencySubject {
  originalPath: string;
  artifactPath: string;
  /** Level at which the artifact is meant to be loaded. */
  artifactLevel: OptimizationLevel;
  feeds: Feeds;
}

/**
 * Measures inference and session creation of artifact and original on one thread. The contenders take turns,
 * so that a change of the machine's speed hits all of them; the first turn is the warm-up and counts only
 * when it uses up the budget.
 * @returns medians in ms; null when one inference takes longer than `maxInferenceMs`
 */
export async function measureLatency(
  subject: LatencySubject,
  limits: LatencyLimits = LATENCY_LIMITS,
): Promise<Latency | null> {
  const { originalPath, artifactPath, artifactLevel, feeds } = subject;
  const models: readonly Model[] = [
    { path: artifactPath, level: artifactLevel },
    { path: originalPath, level: 'all' },
    { path: originalPath, level: 'disabled' },
  ];
  const sessions: OnnxSession[] = [];
  const loads: number[] = [];
  const firstRuns: number[] = [];
  try {
    for (const model of models) {
      const { session, elapsedMs } = await timedOpen(model);
      sessions.push(session);
      loads.push(elapsedMs);
      const firstRun = await session.time(feeds);
      if (firstRun > limits.maxInferenceMs) return null;
      firstRuns.push(firstRun);
    }
    const runs = await takeTurns(
      sessions.map((session) => () => session.time(feeds)),
      limits.runBudgetMs - sum(firstRuns),
      limits.maxRuns,
    );
    await releaseAll(sessions);
    const moreLoads = await takeTurns(
      models.slice(0, 2).map((model) => () => timeLoad(model)),
      limits.loadBudgetMs - sum(loads),
      limits.maxLoads,
    );
    const runMs = (contender: number) => median(runs[contender] ?? [], firstRuns[contender]);
    const loadMs = (contender: number) => median(moreLoads[contender] ?? [], loads[contender]);
    return {
      runs: Math.max(1, runs[0]?.length ?? 0),
      originalUnoptimisedMs: runMs(2),
      originalDefaultMs: runMs(1),
      artifactMs: runMs(0),
      originalLoadMs: loadMs(1),
      artifactLoadMs: loadMs(0),
    };
  } finally {
    await releaseAll(sessions);
  }
}

interface Model {
  path: string;
  level: OptimizationLevel;
}

async function timedOpen({ path, level }: Model): Promise<{ session: OnnxSession; elapsedMs: number }> {
  const start = performance.now();
  const session = await OnnxSession.open(path, level);
  return { session, elapsedMs: performance.now() - start };
}

async function timeLoad(model: Model): Promise<number> {
  const { session, elapsedMs } = await timedOpen(model);
  await session.release();
  return elapsedMs;
}

async function releaseAll(sessions: OnnxSession[]): Promise<void> {
  for (const session of sessions.splice(0)) await session.release();
}

/** Rounds in which each contender goes once, until the budget is used up; no round when there is no budget. */
async function takeTurns(
  contenders: readonly (() => Promise<number>)[],
  budgetMs: number,
  maxRounds: number,
): Promise<number[][]> {
  const samples: number[][] = contenders.map(() => []);
  const deadline = performance.now() + budgetMs;
  for (let round = 0; round < maxRounds && performance.now() < deadline; round += 1) {
    for (const [at, contender] of contenders.entries()) samples[at]?.push(await contender());
  }
  return samples;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** The middle value, or the mean of the two middle ones; `fallback` when there are none. */
function median(samples: readonly number[], fallback = 0): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const upper = sorted[sorted.length >> 1] ?? fallback;
  const lower = sorted[(sorted.length - 1) >> 1] ?? upper;
  return (lower + upper) / 2;
}
