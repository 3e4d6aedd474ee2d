import type { CreateCompilationJobRequest } from '../api/compilationJob.ts';
import { withoutAbsentMembers } from '../draft/draftToRequest.ts';
import { RUNNER_PROFILE } from '../runnerProfile.ts';
import type { CliEndpoint } from './awsCliCommand.ts';
import { codeLiteral, JSON_MEMBERS } from './codeLiteral.ts';
import { javascriptEscape, textLiteral } from './textLiteral.ts';

const javascriptText = (text: string): string => textLiteral(text, javascriptEscape);
const javascriptKey = (name: string): string => (/^[A-Za-z_$][\w$]*$/u.test(name) ? name : javascriptText(name));

/** A JSON value as a JavaScript literal on one line. */
function javascriptLiteral(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(javascriptLiteral).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(([key, member]) => `${javascriptKey(key)}: ${javascriptLiteral(member)}`);
    return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
  }
  return typeof value === 'string' ? javascriptText(value) : JSON.stringify(value);
}

/** `JSON.stringify({…})` where that makes exactly this text; null where only the text itself will do. */
function stringifyCall(text: string): string | null {
  try {
    const value: unknown = JSON.parse(text);
    // In a literal, the key __proto__ is no member.
    const isExact = JSON.stringify(value) === text && !text.includes('__proto__');
    return isExact ? `JSON.stringify(${javascriptLiteral(value)})` : null;
  } catch {
    return null;
  }
}

/** A JavaScript module for Node with `@aws-sdk/client-sagemaker` that creates the job and prints its ARN. */
export function javascriptModule(request: CreateCompilationJobRequest, endpoint: CliEndpoint): string {
  const { endpointUrl, region, credentialsFile } = endpoint;
  const options = [
    ...(region ? [`region: ${javascriptText(region)}`] : []),
    ...(endpointUrl ? [`endpoint: ${javascriptText(endpointUrl)}`] : []),
    ...(credentialsFile ? [`profile: ${javascriptText(RUNNER_PROFILE)}`] : []),
  ];
  const input = codeLiteral(
    withoutAbsentMembers(request),
    {
      text: javascriptText,
      key: javascriptKey,
      separator: ': ',
      embeddedJson: (member, text) => (JSON_MEMBERS.has(member) ? stringifyCall(text) : null),
    },
    '  ',
  );
  const credentials = credentialsFile
    ? [`process.env.AWS_SHARED_CREDENTIALS_FILE = ${javascriptText(credentialsFile)};`]
    : [];
  return [
    'import { CreateCompilationJobCommand, SageMakerClient } from "@aws-sdk/client-sagemaker";',
    '',
    ...credentials,
    `const client = new SageMakerClient(${options.length > 0 ? `{ ${options.join(', ')} }` : '{}'});`,
    `const input = ${input};`,
    'const answer = await client.send(new CreateCompilationJobCommand(input));',
    'console.log(answer.CompilationJobArn);',
  ].join('\n');
}
