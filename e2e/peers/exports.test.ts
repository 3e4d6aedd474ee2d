import { existsSync, mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CreateCompilationJobRequest } from '../../shared/api/compilationJob.ts';
import { stringShapes } from '../../shared/api/shapes.ts';
import { exportRequest } from '../../shared/export/exportRequest.ts';
import { checkCreateCompilationJob } from '../../shared/request/requestRules.ts';
import { requestCorpus } from '../../shared/testing/requestArbitrary.ts';
import { AcceptedRequests } from './acceptedRequests.ts';
import { exportRuns, type ExportRun } from './exportRuns.ts';
import { makeWorkplace, type Workplace } from './exportWorkplace.ts';
import { hostileRequests } from './hostileRequests.ts';
import {
  eventually,
  removeTemporaryDirectories,
  startRunnerWithNpm,
  temporaryDirectory,
  type NpmRunner,
} from './runnerWithNpm.ts';

const GENERATED = 200;
const SEED = 2026;
/** The hostile ones come first: they are in every sample. */
const corpus: readonly CreateCompilationJobRequest[] = [...hostileRequests, ...requestCorpus(GENERATED, SEED)];

/** How many requests a second client of a format sends, after the first has sent them all. */
const SAMPLE = 40;
/** A process per request: 0.15 to 0.5 s of a core each, so 200 requests take a run about a minute on two cores. */
const RUN_LIMIT_MS = 900_000;

let runner: NpmRunner;
let accepted: AcceptedRequests;
let workplace: Workplace;
const summary: string[] = [];

beforeAll(async () => {
  // Exports name the credentials file. (No $ in its path: botocore would expand that itself.)
  const directory = join(temporaryDirectory(), "o'neil's größe");
  mkdirSync(directory);
  runner = await startRunnerWithNpm(directory);
  accepted = new AcceptedRequests(runner);
  workplace = makeWorkplace(temporaryDirectory());
});
afterAll(async () => {
  accepted.close();
  await runner.end('SIGTERM');
  removeTemporaryDirectories();
  console.log(`Of ${corpus.length} requests, exported and run:\n${summary.map((line) => `  ${line}\n`).join('')}`);
});

/**
 * What clients of 2022 (AWS CLI 2.9, botocore 1.29) refuse before they send it: they call DataInputConfig required and
 * do not know MaxPendingTimeInSeconds. They do not check enums.
 */
const isKnownSince2022 = ({ InputConfig, StoppingCondition }: CreateCompilationJobRequest): boolean =>
  (InputConfig === undefined || InputConfig.DataInputConfig !== undefined) &&
  StoppingCondition.MaxPendingTimeInSeconds === undefined;

/** The first run of a format sends all that its client can, the others a sample of it. */
function requestsFor(run: ExportRun): CreateCompilationJobRequest[] {
  const possible = corpus.filter((request) => run.knowsTodaysApi || isKnownSince2022(request));
  const isFirst = exportRuns.find(({ format }) => format === run.format) === run;
  return isFirst && !run.isStandIn ? possible : possible.slice(0, SAMPLE);
}

/** The request under a name that no other run uses. Digits go to its end: what looks like a number still does. */
function renamed(request: CreateCompilationJobRequest, run: number, index: number): CreateCompilationJobRequest {
  const ending = String(run).padStart(2, '0') + String(index).padStart(3, '0');
  const opening = request.CompilationJobName.slice(0, stringShapes.EntityName.max - ending.length);
  return { ...request, CompilationJobName: opening + ending };
}

/** Works through the items, as many at a time as there are cores. */
async function inParallel<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const waiting = items.values();
  const worker = async () => {
    for (const item of waiting) await work(item);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
}

test('the corpus is valid, and no request is in it twice', () => {
  for (const request of corpus) {
    expect(checkCreateCompilationJob(request, { service: 'aws' })).toMatchObject({ ok: true });
  }
  expect(new Set(corpus.map((request) => JSON.stringify(request))).size).toBe(GENERATED + hostileRequests.length);
});

describe.each(['cli', 'json', 'yaml', 'boto3', 'js'])('the export %s', (format) => {
  const counts = exportRuns.filter((run) => run.format === format).map((run) => requestsFor(run).length);
  const left = corpus.length - Math.max(0, ...counts);
  const reason = counts.length === 0 ? 'no client here, apt-get install awscli python3-boto3' : 'no newer client here';
  test.skipIf(left > 0)(`leaves out ${left} of ${corpus.length} requests${left > 0 ? ` (${reason})` : ''}`, () => {
    expect(counts).toContain(corpus.length);
  });
});

describe.each(exportRuns.map((run, index) => ({ run, index, format: run.format, title: run.title })))(
  '$format: $title',
  ({ run, index, format, title }) => {
    const requests = requestsFor(run).map((request, number) => renamed(request, index, number));

    test(
      `sends ${requests.length} requests, and what arrives is what was meant`,
      { timeout: RUN_LIMIT_MS },
      async () => {
        const started = Date.now();
        const faults: unknown[] = [];
        const { endpoint: endpointUrl, region, credentialsFile } = runner;
        await inParallel(requests, async (request) => {
          const fileName = request.CompilationJobName;
          const text = exportRequest(request, format, { endpointUrl, region, credentialsFile });
          const end = await run.run({ text, fileName, runner, workplace });
          const isAnswered = end.code === 0 && end.stdout.includes(`:compilation-job/${fileName}`);
          if (!isAnswered) faults.push({ text, ...end });
        });
        expect(faults.slice(0, 3)).toEqual([]);
        expect(requests.map(({ CompilationJobName }) => accepted.find(CompilationJobName))).toEqual(requests);
        const seconds = Math.round((Date.now() - started) / 1000);
        summary.push(`${format}: ${requests.length} by ${title}, in ${seconds} s`);
      },
    );
  },
);

test('nothing in a request was run as a command', () => {
  expect(existsSync(join(workplace.directory, 'pwned'))).toBe(false);
});

test('every job has failed, for want of its model', async () => {
  const jobs = exportRuns.reduce((sum, run) => sum + requestsFor(run).length, 0);
  await eventually(() => (accepted.statuses()['FAILED'] === jobs ? true : undefined));
  expect(accepted.statuses()).toEqual({ FAILED: jobs });
});
