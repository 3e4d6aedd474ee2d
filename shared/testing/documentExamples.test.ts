import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { normalizeCompilerOptions } from '../compilerOptions/normalizeCompilerOptions.ts';
import { draftToRequest, withoutAbsentMembers } from '../draft/draftToRequest.ts';
import { requestToDraft } from '../draft/requestToDraft.ts';
import { exportRequest, exportFormats } from '../export/exportRequest.ts';
import { importRequest } from '../import/importRequest.ts';
import { normalizeJson } from '../json/normalizeJson.ts';
import { checkCreateCompilationJob } from '../request/requestRules.ts';
import { documentExamples, requestOfExample, type DocumentExample } from './documentExamples.ts';

const DEFAULTS = { endpointId: 'aws', bucket: '', roleArn: '' };

/** The texts of an example, understood. */
function understood({ dataInputConfig, compilerOptions, target }: DocumentExample): DocumentExample['meaning'] {
  return {
    ...(dataInputConfig && { dataInputConfig: normalizeJson(dataInputConfig).text }),
    ...(compilerOptions && { compilerOptions: normalizeCompilerOptions(compilerOptions, target).text }),
  };
}

const parsed = (texts: DocumentExample['meaning']) =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, JSON.parse(text) as unknown]));

const errorsOf = (value: unknown, service: 'aws' | 'local') => {
  const check = checkCreateCompilationJob(value, { service });
  return check.ok ? [] : check.findings.filter(({ severity }) => severity === 'error');
};

describe.each(documentExamples.map((example) => [example.title, example] as const))('%s', (_, example) => {
  const request = requestOfExample(example, understood(example));

  it('is understood as it is meant', () => {
    expect(parsed(understood(example))).toEqual(parsed(example.meaning));
  });

  it('validates', () => {
    expect(errorsOf(request, 'aws')).toEqual([]);
    expect(errorsOf(request, 'local')).toEqual([]);
  });

  it('survives the draft', () => {
    const draft = requestToDraft(request, DEFAULTS);
    expect(draft.dataInputConfig.mode).toBe(example.dataInputConfig ? 'fields' : 'none');
    expect(withoutAbsentMembers(draftToRequest(draft, ''))).toEqual(request);
  });

  it('exports to an equal value in every form', () => {
    for (const { id } of exportFormats.filter((format) => !format.id.startsWith('skeleton'))) {
      expect(importRequest(exportRequest(request, id))).toMatchObject({ ok: true, request });
    }
  });

  it('is understood inside of a request, as it is printed', () => {
    const { dataInputConfig, compilerOptions } = example;
    const printed = {
      ...(dataInputConfig && { dataInputConfig }),
      ...(compilerOptions && { compilerOptions }),
    };
    const outcome = importRequest(JSON.stringify(requestOfExample(example, printed)));
    expect(outcome.ok && requestTexts(outcome.request)).toEqual(parsed(example.meaning));
  });
});

function requestTexts(value: unknown) {
  const { InputConfig, OutputConfig } = value as ReturnType<typeof requestOfExample>;
  return parsed({
    ...(InputConfig?.DataInputConfig && { dataInputConfig: InputConfig.DataInputConfig }),
    ...(OutputConfig.CompilerOptions && { compilerOptions: OutputConfig.CompilerOptions }),
  });
}

/** The outermost `{…}` and `[…]` of a text, blanks left out; brackets of prose and of the synopsis are no JSON. */
function printedValues(text: string): string[] {
  const values: string[] = [];
  let start = -1;
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index] ?? '';
    if ('{['.includes(character)) {
      if (depth === 0) start = index;
      depth += 1;
    } else if ('}]'.includes(character) && depth > 0) {
      depth -= 1;
      if (depth === 0) values.push(text.slice(start, index + 1));
    }
  }
  return values;
}

const SEEDS = join(import.meta.dirname, '../../../shared/seeds');
const DOCUMENTS = [
  'create_compilation_job.boto3.txt',
  'create-compilation-job.cli.txt',
  'describe-compilation-job.cli.txt',
];

describe.skipIf(!existsSync(SEEDS))(
  `the documents${existsSync(SEEDS) ? '' : ' (not here: ../shared/seeds is missing)'}`,
  () => {
    it.each(DOCUMENTS)('%s prints no example that the table lacks', (name) => {
      // Manual pages break lines anywhere, with a hyphen inside of words.
      const text = readFileSync(join(SEEDS, name), 'utf8').replaceAll(/(?<=[a-z])-\n\s+/gu, '');
      const bare = (value: string) => value.replaceAll(/\s/gu, '');
      const known = documentExamples.flatMap(({ dataInputConfig = '', compilerOptions = '', target }) =>
        [dataInputConfig, compilerOptions, JSON.stringify(target.TargetPlatform ?? {})].map((printed) =>
          bare(printed.replaceAll('``', '')),
        ),
      );
      const values = printedValues(text)
        .map(bare)
        .filter((value) => /^(?:\{[\\"'“]|\[[[{])/u.test(value) && /\d|neon|[a-z]_|LINUX|ANDROID/u.test(value))
        // The syntax summaries name types and choices instead of values.
        .filter((value) => !/"string"|'string'|integer|\||:123/u.test(value));
      expect(values.length).toBeGreaterThan(30);
      expect(values.filter((value) => !known.includes(value))).toEqual([]);
    });
  },
);
