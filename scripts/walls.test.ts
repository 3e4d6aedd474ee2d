import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROJECT_ROOT } from './projectPaths.ts';

/** An import statement in a file of a folder: across a wall, or allowed. */
type Crossing = readonly [file: string, statement: string];

const FORBIDDEN: readonly Crossing[] = [
  ['shared/rules.ts', "import 'node:fs';"],
  ['shared/rules.ts', "import '@aws-sdk/client-sagemaker';"],
  ['shared/rules.ts', "import '../electron/services/compose.ts';"],
  ['shared/draft/rules.ts', "import '../../renderer/theme.ts';"],
  ['shared/rules.test.ts', "import 'electron';"],
  ['shared/rules.test.ts', "import '../electron/runner/queue.ts';"],
  ['shared/rules.ts', "import 'yaml';"],
  ['shared/draft/rules.ts', "import '@lezer/python';"],
  ['shared/rules.ts', "import 'fast-check';"],
  ['shared/import/readYaml.ts', "import 'node:fs';"],
  ['shared/import/program/readPython.ts', "import '../../../renderer/theme.ts';"],
  ['shared/export/yaml.ts', "import 'fast-check';"],
  ['shared/testing/arbitrary.ts', "import 'vitest';"],
  ['electron/process/fork.ts', "import '../services/compose.ts';"],
  ['electron/models/reader.ts', "import 'electron';"],
  ['electron/models/reader.ts', "import 'onnxruntime-node';"],
  ['electron/models/reader.ts', "import '../compiler/compile.ts';"],
  ['electron/models/readers/onnx.ts', "import '../../runner/queue.ts';"],
  ['electron/models/reader.ts', "import '../services/compose.ts';"],
  ['electron/models/reader.ts', "import '../main/window.ts';"],
  ['electron/compiler/compile.ts', "import 'electron';"],
  ['electron/compiler/compile.ts', "import '../runner/queue.ts';"],
  ['electron/compiler/compile.ts', "import '../services/compose.ts';"],
  ['electron/runner/queue.ts', "import 'electron/main';"],
  ['electron/runner/queue.ts', "import '../services/compose.ts';"],
  ['electron/runner/queue.ts', "import '../main/window.ts';"],
  ['electron/runner/queue.ts', "import '../compiler/compile.ts';"],
  ['electron/runner/queue.ts', "import '../models/reader.ts';"],
  ['electron/runner/store/store.ts', "await import('../../models/reader.ts');"],
  ['electron/services/compose.ts', "import 'electron';"],
  ['electron/services/compose.ts', "import type { App } from 'electron'; export type Shell = App;"],
  ['electron/services/jobs/poller.ts', "import '../../main/window.ts';"],
  ['electron/services/compose.ts', "import '../compiler/compile.ts';"],
  ['electron/main/window.ts', "import { ipcMain } from 'electron'; ipcMain.eventNames();"],
  ['electron/main/window.ts', "import 'onnxruntime-node';"],
  ['electron/main/window.ts', "import '../../renderer/theme.ts';"],
  ['electron/main/ipcHost.ts', "import '../../renderer/theme.ts';"],
  ['electron/preload/index.ts', "import { ipcMain } from 'electron'; ipcMain.eventNames();"],
  ['renderer/theme.ts', "import 'electron';"],
  ['renderer/theme.ts', "import 'electron/renderer';"],
  ['renderer/theme.ts', "import 'node:path';"],
  ['renderer/theme.ts', "import 'path';"],
  ['renderer/features/jobs/JobsPage.tsx', "import '../../../electron/services/compose.ts';"],
];

const ALLOWED: readonly Crossing[] = [
  ['shared/rules.ts', "import 'zod';"],
  ['shared/draft/rules.ts', "import '../catalog/catalog.ts';"],
  ['shared/import/readYaml.ts', "import 'yaml';"],
  ['shared/import/program/readPython.ts', "import '@lezer/python';"],
  ['shared/import/program/readPython.ts', "import '../../api/shapes.ts';"],
  ['shared/export/yaml.ts', "import 'yaml';"],
  ['shared/testing/arbitrary.ts', "import 'fast-check';"],
  ['shared/rules.test.ts', "import 'vitest';"],
  ['shared/rules.test.ts', "import 'node:fs';"],
  ['electron/models/reader.ts', "import '../../shared/s3Uri.ts';"],
  ['electron/models/reader.ts', "import 'node:fs';"],
  ['electron/compiler/compile.ts', "import 'onnxruntime-node';"],
  ['electron/compiler/compile.ts', "import '../models/reader.ts';"],
  ['electron/runner/queue.ts', "import '../process/forkNodeProcess.ts';"],
  ['electron/services/compose.ts', "import '../runner/index.ts';"],
  ['electron/services/jobs/poller.ts', "import '../runner/supervisor.ts';"],
  ['electron/main/window.ts', "import { app } from 'electron'; app.getName();"],
  ['electron/main/window.ts', "import '../services/compose.ts';"],
  ['electron/main/ipcHost.ts', "import { ipcMain } from 'electron'; ipcMain.eventNames();"],
  ['renderer/theme.ts', "import '../shared/s3Uri.ts';"],
  ['renderer/theme.ts', "import '@mui/material';"],
];

/** Keeps two statements for the same file apart: each gets a folder of its own that is linted as a whole project. */
const cases = [...FORBIDDEN, ...ALLOWED].map(([file, statement], index) => ({ id: `case${index}`, file, statement }));

let folder = '';
let complaints = new Map<string, string>();

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'edgewright-walls-'));
  for (const { id, file, statement } of cases) {
    const path = join(folder, id, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${statement}\n`);
    // The config's globs are relative to the folder that it lies in.
    cpSync(join(PROJECT_ROOT, '.oxlintrc.json'), join(folder, id, '.oxlintrc.json'));
  }
  complaints = lint(folder);
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the walls between folders', () => {
  it.each(FORBIDDEN)('%s may not: %s', (file, statement) => {
    expect(complaintAbout(file, statement)).toMatch(/no-restricted-imports|no-nodejs-modules/);
  });

  it.each(ALLOWED)('%s may: %s', (file, statement) => {
    expect(complaintAbout(file, statement)).toBeUndefined();
  });
});

function complaintAbout(file: string, statement: string): string | undefined {
  const found = cases.find((each) => each.file === file && each.statement === statement);
  return found && complaints.get(found.id);
}

/** The codes of the rules that complained, by case. */
function lint(root: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const { filename, code } of parseReport(runOxlint(root))) {
    const id = filename.split(/[\\/]/)[0] ?? '';
    found.set(id, `${found.get(id) ?? ''} ${code}`);
  }
  return found;
}

function runOxlint(root: string): string {
  const oxlint = join(PROJECT_ROOT, 'node_modules', 'oxlint', 'bin', 'oxlint');
  try {
    return execFileSync(process.execPath, [oxlint, '--format', 'json'], { cwd: root, encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    // It found something, as it should: the report is on standard output all the same.
    if (error instanceof Error && 'stdout' in error) return String(error.stdout);
    throw error;
  }
}

function parseReport(report: string): { filename: string; code: string }[] {
  const parsed = JSON.parse(report) as { diagnostics: { filename: string; code: string }[] };
  return parsed.diagnostics;
}
