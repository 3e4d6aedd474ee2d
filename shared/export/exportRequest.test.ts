import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CreateCompilationJobRequest } from '../api/compilationJob.ts';
import { importRequest } from '../import/importRequest.ts';
import { requestArbitrary } from '../testing/requestArbitrary.ts';
import { exportFormats, exportRequest, type ExportFormat } from './exportRequest.ts';

const REQUEST_FORMATS = ['cli', 'powershell', 'json', 'yaml', 'boto3', 'js'] as const;
const LOCAL = { endpointUrl: 'http://127.0.0.1:4000', region: 'us-west-2', credentialsFile: "/home/o'neil/a $b/keys" };

/** Texts made of what languages quote, what terminals lose, and what no encoding can hold alone. */
const nastyText = fc
  .array(
    fc.constantFrom(
      ...'\'"\\$`{}[]()<>|&;#%!?*~^=,:@-/ \n\r\t\u0000\u0001\u001b\u007f\u0085\u00a0\u200b\u200f\u2028\u2029\ufeff\uffff'.split(
        '',
      ),
      '\ud800',
      '\udc00',
      '🚀',
      'é',
      '“',
      '’',
      '${x}',
      '#{x}',
      '\\n',
      '\\u0041',
      "'''",
      '"""',
      "'@",
      "\n'@\n",
      'EOF',
      '%s',
      '{0}',
      '--',
      '- ',
      ': ',
      'true',
      'null',
      '~',
      '1',
      '1.0',
      '0x1',
      '1:30',
      '<<',
      '*a',
      '&a',
      '!b',
      '---',
      '...',
      'None',
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

/** A valid request with texts in it that the API would refuse, and that writers must get right all the same. */
const nastyRequest = fc
  .record({
    request: requestArbitrary,
    name: nastyText,
    role: nastyText,
    uri: nastyText,
    version: nastyText,
    input: nastyText,
    value: nastyText,
  })
  .map(({ request, name, role, uri, version, input, value }): CreateCompilationJobRequest => ({
    ...request,
    CompilationJobName: name,
    RoleArn: role,
    InputConfig: {
      S3Uri: uri,
      Framework: 'ONNX',
      FrameworkVersion: version,
      DataInputConfig: JSON.stringify({ [input]: [1, value] }),
    },
    Tags: [{ Key: name, Value: value }],
  }));

/** What another reader of the export gets. */
function arrived(request: CreateCompilationJobRequest, format: ExportFormat, endpoint?: typeof LOCAL): unknown {
  const outcome = importRequest(exportRequest(request, format, endpoint));
  return outcome.ok ? outcome.request : outcome.problem;
}

describe.each(REQUEST_FORMATS)('the export %s', (format) => {
  it('says a valid request to the letter', () => {
    fc.assert(
      fc.property(requestArbitrary, (request) => {
        expect(arrived(request, format)).toEqual(request);
        expect(arrived(request, format, LOCAL)).toEqual(request);
      }),
      { numRuns: 150 },
    );
  });

  it('says texts of any characters to the letter', () => {
    fc.assert(
      fc.property(nastyRequest, (request) => {
        expect(arrived(request, format)).toEqual(request);
        expect(arrived(request, format, LOCAL)).toEqual(request);
      }),
      { numRuns: 300 },
    );
  });

  it('changes nothing on the way', () => {
    fc.assert(
      fc.property(requestArbitrary, (request) => {
        const read = { ok: true, format: format === 'powershell' ? 'cli' : format, changes: [] };
        expect(importRequest(exportRequest(request, format))).toMatchObject(read);
      }),
      { numRuns: 50 },
    );
  });
});

describe('every export', () => {
  it('has a form of its own and ends without a line break', () => {
    const [request] = fc.sample(requestArbitrary, { numRuns: 1, seed: 1 });
    if (!request) throw new Error('There is no request.');
    const texts = exportFormats.map(({ id }) => exportRequest(request, id));
    expect(new Set(texts).size).toBe(exportFormats.length);
    expect(texts.filter((text) => text !== text.trimEnd())).toEqual([]);
  });

  // Keys in the environment, and a role in a user's default profile, win over a credentials file that is only named.
  it.each(['cli', 'powershell', 'boto3', 'js'] as const)('%s names the profile of the local runner', (format) => {
    const [request] = fc.sample(requestArbitrary, { numRuns: 1, seed: 1 });
    if (!request) throw new Error('There is no request.');
    const profile = /(?:--profile |profile_name="|profile: ")edgewright\b/u;
    expect(exportRequest(request, format, LOCAL)).toMatch(profile);
    expect(exportRequest(request, format)).not.toMatch(profile);
  });
});
