import type { CreateCompilationJobRequest } from '../api/compilationJob.ts';
import { withoutAbsentMembers } from '../draft/draftToRequest.ts';
import { DEFAULT_DUMPS, jsonDumps, type DumpsStyle } from '../import/program/jsonDumps.ts';
import { jsonTree, type SourceNode } from '../import/sourceNode.ts';
import { RUNNER_PROFILE } from '../runnerProfile.ts';
import type { CliEndpoint } from './awsCliCommand.ts';
import { codeLiteral, JSON_MEMBERS } from './codeLiteral.ts';
import { pythonEscape, textLiteral } from './textLiteral.ts';

const pythonText = (text: string): string => textLiteral(text, pythonEscape);

const COMPACT: DumpsStyle = { ...DEFAULT_DUMPS, itemSeparator: ',', keySeparator: ':' };
/** Ways to call `json.dumps`, and the arguments that choose them. */
const DUMPS_STYLES: readonly (readonly [DumpsStyle, string])[] = [
  [DEFAULT_DUMPS, ''],
  [COMPACT, ', separators=(",", ":")'],
  [{ ...DEFAULT_DUMPS, isAscii: false }, ', ensure_ascii=False'],
  [{ ...COMPACT, isAscii: false }, ', separators=(",", ":"), ensure_ascii=False'],
];

/** A tree of JSON as a Python literal on one line. */
function pythonLiteral(node: SourceNode): string {
  switch (node.kind) {
    case 'object':
      return `{${node.entries.map(({ key, value }) => `${pythonText(key)}: ${pythonLiteral(value)}`).join(', ')}}`;
    case 'array':
      return `[${node.items.map(pythonLiteral).join(', ')}]`;
    case 'string':
      return pythonText(node.value);
    case 'number':
      return node.text;
    case 'boolean':
      return node.value ? 'True' : 'False';
    case 'null':
    case 'foreign':
      return 'None';
  }
}

/** `json.dumps({…})` where that makes exactly this text; null where only the text itself will do. */
function dumpsCall(text: string): string | null {
  let tree: SourceNode;
  try {
    tree = jsonTree(text);
  } catch {
    return null;
  }
  const found = DUMPS_STYLES.find(([style]) => jsonDumps(tree, style) === text);
  return found ? `json.dumps(${pythonLiteral(tree)}${found[1]})` : null;
}

/** `boto3.client(…)` for the place where the request goes. */
function clientLines({ endpointUrl, region, credentialsFile }: CliEndpoint): string[] {
  const options = [
    ...(region ? [`region_name=${pythonText(region)}`] : []),
    ...(endpointUrl ? [`endpoint_url=${pythonText(endpointUrl)}`] : []),
  ];
  const client = ['client(', ...['"sagemaker"', ...options].map((option) => `    ${option},`), ')'].join('\n');
  const call = options.length === 0 ? 'client("sagemaker")' : client;
  if (!credentialsFile) return [`client = boto3.${call}`];
  // A profile by name: keys in the environment would win over the file otherwise.
  return [
    `os.environ["AWS_SHARED_CREDENTIALS_FILE"] = ${pythonText(credentialsFile)}`,
    `client = boto3.Session(profile_name="${RUNNER_PROFILE}").${call}`,
  ];
}

/** A Python script that creates the job with boto3 and prints its ARN. */
export function boto3Script(request: CreateCompilationJobRequest, endpoint: CliEndpoint): string {
  const members = Object.entries(withoutAbsentMembers(request)).map(([name, value]) => {
    const literal = codeLiteral(
      value,
      {
        text: pythonText,
        key: pythonText,
        separator: ': ',
        embeddedJson: (member, text) => (JSON_MEMBERS.has(member) ? dumpsCall(text) : null),
      },
      '    ',
      1,
    );
    return `    ${name}=${literal},`;
  });
  const call = ['response = client.create_compilation_job(', ...members, ')'];
  const needsJson = members.some((member) => member.includes('json.dumps('));
  const imports = [...(needsJson ? ['import json'] : []), ...(endpoint.credentialsFile ? ['import os'] : [])];
  return [
    ...imports,
    ...(imports.length > 0 ? [''] : []),
    'import boto3',
    '',
    ...clientLines(endpoint),
    '',
    ...call,
    'print(response["CompilationJobArn"])',
  ].join('\n');
}
