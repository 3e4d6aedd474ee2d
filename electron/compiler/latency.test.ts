import { describe, expect, it } from 'vitest';
import { generateInputs, INPUT_RECIPES, type InputRecipe } from './generatedInputs.ts';
import { LATENCY_LIMITS, measureLatency, type LatencySubject } from './latency.ts';
import { OnnxSession, toFeeds } from './onnxruntime.ts';
import { MODELS } from './testing/compileFixture.ts';

async function subject(): Promise<LatencySubject> {
  const session = await OnnxSession.open(MODELS.faceFront, 'disabled');
  const feeds = toFeeds(generateInputs(session.inputs, INPUT_RECIPES[0] as InputRecipe, 1));
  await session.release();
  return { originalPath: MODELS.faceFront, artifactPath: MODELS.faceFront, artifactLevel: 'all', feeds };
}

describe('measureLatency', () => {
  it('measures several rounds within its budget', async () => {
    const start = performance.now();
    const latency = await measureLatency(await subject(), { ...LATENCY_LIMITS, runBudgetMs: 200, loadBudgetMs: 100 });
    expect(performance.now() - start).toBeLessThan(3_000);
    expect(latency?.runs).toBeGreaterThan(1);
    const { runs: _, ...medians } = latency ?? { runs: 0 };
    expect(Object.values(medians)).toHaveLength(5);
    expect(Object.values(medians).every((median) => median > 0)).toBe(true);
  });

  it('takes the first turn for the result when it uses up the budget', async () => {
    const latency = await measureLatency(await subject(), { ...LATENCY_LIMITS, runBudgetMs: 0, loadBudgetMs: 0 });
    expect(latency?.runs).toBe(1);
    expect(latency?.artifactMs).toBeGreaterThan(0);
    expect(latency?.artifactLoadMs).toBeGreaterThan(0);
  });

  it('does not measure a model that is too slow', async () => {
    expect(await measureLatency(await subject(), { ...LATENCY_LIMITS, maxInferenceMs: 0 })).toBeNull();
  });
});
