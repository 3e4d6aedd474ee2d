import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { forkNodeProcess } from '../../electron/process/forkNodeProcess.ts';
import { composeServices, type Services } from '../../electron/services/compose.ts';
import { silentLogging } from '../../electron/services/logging/logger.ts';
import { buildAddModel } from '../../electron/models/testing/sampleModels.ts';
import { inputsFromModel } from '../../shared/draft/draftInputs.ts';
import { newJobDraft } from '../../shared/draft/jobDraft.ts';
import { exportRequest } from '../../shared/export/exportRequest.ts';
import { endpointStatusSchema, requestPreviewSchema } from '../../shared/ipc/routes.ts';
import type { JobSnapshot } from '../../shared/jobs/jobSnapshot.ts';
import { modelSummarySchema } from '../../shared/models/modelSummary.ts';
import { awsClis } from './programs.ts';

let directory: string;
let services: Services;

beforeAll(async () => {
  // A quote and a space in the path: the command has to survive them.
  directory = join(await mkdtemp(join(tmpdir(), 'edgewright-review-')), "o'neil data");
  await mkdir(directory);
  services = composeServices({
    paths: { userData: directory, runnerData: join(directory, 'runner'), samples: join(directory, 'samples') },
    appInfo: { version: '0', electronVersion: '0', platform: 'linux', isTrialRuntime: true },
    fork: forkNodeProcess,
    shell: {
      pickModelFile: () => Promise.resolve(null),
      pickSaveLocation: () => Promise.resolve(null),
      showItemInFolder: () => undefined,
      openExternal: () => Promise.resolve(),
      applyAppearance: () => undefined,
    },
    events: { send: () => undefined },
    logging: silentLogging,
  });
  await services.start();
});
afterAll(async () => {
  await services.dispose();
  await rm(dirname(directory), { recursive: true, force: true });
});

async function data(route: string, input?: unknown): Promise<unknown> {
  const envelope = await services.dispatch(route, input);
  if (!envelope.ok) throw new Error(JSON.stringify(envelope.error));
  return envelope.data;
}

test.skipIf(awsClis.length === 0)('this machine has an AWS CLI (else: apt-get install awscli)', () => {
  expect(awsClis).not.toEqual([]);
});

describe.each(awsClis)(
  'the command that Review shows, pasted into a shell: $version ($program)',
  ({ program, version }) => {
    test('creates the job, which then shows up by itself and completes', async () => {
      const name = `pasted-${version.replaceAll(/^aws-cli\/|\s.*$/gu, '').replaceAll('.', '-')}`;
      const path = join(directory, 'add.onnx');
      await writeFile(path, buildAddModel());
      const summary = modelSummarySchema.parse(await data('models.inspect', { source: { kind: 'file', path } }));
      const [endpoint] = endpointStatusSchema.array().parse(await data('endpoints.list'));
      const { bucket = '', roleArn = '' } = endpoint ?? {};
      const draft = newJobDraft({ endpointId: 'local', bucket, roleArn });
      draft.model = { ...draft.model, source: { kind: 'file', path }, summary };
      draft.inputs = inputsFromModel(summary);
      draft.target.device = 'ml_m5';
      draft.output.compilationJobName = name;
      const { request } = requestPreviewSchema.parse(await data('jobs.preview', draft));
      const command = exportRequest(request, 'cli', endpoint);

      const found = program.includes('/') ? `${dirname(program)}${delimiter}` : '';
      const env = { PATH: `${found}${process.env['PATH'] ?? ''}`, HOME: directory, AWS_PAGER: '' };
      const { stdout } = await promisify(execFile)('sh', ['-c', command], { env });
      expect(stdout).toContain(`compilation-job/${name}`);
      await vi.waitFor(
        async () => {
          const jobs = (await data('jobs.list')) as JobSnapshot[];
          expect(jobs.find((job) => job.name === name)?.status).toBe('COMPLETED');
        },
        { timeout: 20_000 },
      );
    });
  },
);
