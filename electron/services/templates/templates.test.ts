import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { newJobDraft } from '../../../shared/draft/jobDraft.ts';
import { createTemplates } from './templates.ts';

const draft = newJobDraft({ endpointId: 'local', bucket: '', roleArn: '' });
let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'edgewright-templates-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const names = (templates: readonly { name: string }[]) => templates.map(({ name }) => name);

it('keeps templates over a restart, newest first, and replaces one of the same name', async () => {
  const templates = createTemplates(directory);
  await Promise.all([templates.save('Jetson', draft), templates.save(' Phones ', draft)]);
  await templates.save('jetson', { ...draft, endpointId: 'aws' });
  const again = await createTemplates(directory).list();
  expect(names(again)).toEqual(['jetson', 'Phones']);
  expect(again[0]?.draft.endpointId).toBe('aws');
});

it('deletes by id, and refuses a blank name', async () => {
  const templates = createTemplates(directory);
  const [saved] = await templates.save('Jetson', draft);
  await expect(templates.save('  ', draft)).rejects.toThrow('Give the template a name.');
  expect(await templates.delete(saved?.id ?? '')).toEqual([]);
  expect(await templates.list()).toEqual([]);
});
