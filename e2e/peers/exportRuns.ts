import { mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import type { ExportFormat } from '../../shared/export/exportRequest.ts';
import { RUNNER_PROFILE } from '../../shared/runnerProfile.ts';
import type { Workplace } from './exportWorkplace.ts';
import { awsClis, boto3Pythons, findPeers, outputOf, runProgramIn, type Peer, type ProgramEnd } from './programs.ts';
import { temporaryDirectory, type NpmRunner } from './runnerWithNpm.ts';

/** One exported text, and where it is run. */
export interface ExportedText {
  text: string;
  /** A file name without ending, which no other text has. */
  fileName: string;
  runner: NpmRunner;
  workplace: Workplace;
}

/** One way in which a program of this machine runs the exports of one format, a process of its own for each. */
export interface ExportRun {
  format: ExportFormat;
  /** The program, and how it is called. */
  title: string;
  /** The client knows all of today's API; an old one cannot send every request. */
  knowsTodaysApi: boolean;
  /** The format's own program is not here: another one runs what that would have run. */
  isStandIn?: true;
  run(exported: ExportedText): Promise<ProgramEnd>;
}

/** A member that came to the API later than the clients in Debian 12. */
const NEWEST_MEMBER = 'MaxPendingTimeInSeconds';

const cliKnowsTodaysApi = ({ program }: Peer): boolean =>
  outputOf(program, ['sagemaker', 'create-compilation-job', '--generate-cli-skeleton'])?.includes(NEWEST_MEMBER) ??
  false;

const PRINT_LIMITS = `
import boto3
model = boto3.client("sagemaker", region_name="us-west-2").meta.service_model
print(*model.shape_for("StoppingCondition").members)
`;
const boto3KnowsTodaysApi = ({ program }: Peer): boolean =>
  outputOf(program, ['-c', PRINT_LIMITS])?.includes(NEWEST_MEMBER) ?? false;

const newestFirst = <Client extends { knowsTodaysApi: boolean }>(clients: readonly Client[]): Client[] =>
  clients.toSorted((a, b) => Number(b.knowsTodaysApi) - Number(a.knowsTodaysApi));

const clis = newestFirst(
  awsClis.map((cli) => ({
    ...cli,
    title: cli.version.replace(/^aws-cli\/(\S+).*$/u, 'AWS CLI $1'),
    knowsTodaysApi: cliKnowsTodaysApi(cli),
  })),
);
type Cli = (typeof clis)[number];
const pythons = newestFirst(boto3Pythons.map((python) => ({ ...python, knowsTodaysApi: boto3KnowsTodaysApi(python) })));

function fileOf({ text, fileName, workplace }: ExportedText, ending: string): string {
  const file = join(workplace.directory, `${fileName}.${ending}`);
  writeFileSync(file, text);
  return file;
}

/** The surroundings in which the word `aws` is this CLI. */
function surroundingsWith({ program }: Peer, { directory, env }: Workplace) {
  const path = program.includes('/') ? dirname(program) + delimiter : '';
  return { cwd: directory, env: { ...env, PATH: `${path}${env['PATH'] ?? ''}` } };
}

/** The exported command, in a shell. An old CLI gets the plain POSIX shell of the machine. */
const commandRun = (cli: Cli): ExportRun => {
  const shell = cli.knowsTodaysApi ? 'bash' : 'sh';
  return {
    format: 'cli',
    title: `${cli.title} in ${shell}`,
    knowsTodaysApi: cli.knowsTodaysApi,
    run: ({ text, workplace }) => runProgramIn(surroundingsWith(cli, workplace), shell, ['-c', text]),
  };
};

/** The exported file, given to `create-compilation-job --cli-input-…`; `env` is added to the workplace's. */
const inputFileRun = (cli: Cli, format: 'json' | 'yaml', more: Partial<ExportRun> = {}, env = {}): ExportRun => ({
  format,
  title: `${cli.title} --cli-input-${format}`,
  knowsTodaysApi: cli.knowsTodaysApi,
  run: (exported) => {
    const { runner, workplace } = exported;
    const own = { ...workplace.env, ...env, AWS_SHARED_CREDENTIALS_FILE: runner.credentialsFile };
    const place = ['--profile', RUNNER_PROFILE, '--endpoint-url', runner.endpoint, '--region', runner.region];
    const input = [`--cli-input-${format}`, `file://${fileOf(exported, format)}`];
    return runProgramIn({ cwd: workplace.directory, env: own }, cli.program, [
      'sagemaker',
      'create-compilation-job',
      ...place,
      ...input,
    ]);
  },
  ...more,
});

const PRINT_SERVICE_MODEL = `
import botocore, botocore.session, json
loader = botocore.session.Session().get_component("data_loader")
print(botocore.__version__)
print(json.dumps(loader.load_service_model("sagemaker", "service-2")))
`;

/**
 * Only AWS CLI 2 reads YAML, and Debian's is of 2022. It gets today's API as a user would give it: by the service model
 * of a newer botocore, in a folder of added models (as `aws configure add-model` makes it).
 */
function yamlRun(cli: Cli): ExportRun {
  const python = pythons.find(({ knowsTodaysApi }) => knowsTodaysApi);
  const printed = cli.knowsTodaysApi || !python ? null : outputOf(python.program, ['-c', PRINT_SERVICE_MODEL]);
  const [version, model] = printed?.split('\n') ?? [];
  if (!version || !model) return inputFileRun(cli, 'yaml');
  const models = temporaryDirectory();
  const folder = join(models, 'sagemaker', '2017-07-24');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'service-2.json'), model);
  const title = `${cli.title} --cli-input-yaml with the service model of botocore ${version}`;
  return inputFileRun(cli, 'yaml', { title, knowsTodaysApi: true }, { AWS_DATA_PATH: models });
}

const boto3Run = ({ program, version, knowsTodaysApi }: (typeof pythons)[number]): ExportRun => ({
  format: 'boto3',
  title: version,
  knowsTodaysApi,
  run: (exported) => {
    const { directory, env } = exported.workplace;
    return runProgramIn({ cwd: directory, env }, program, [fileOf(exported, 'py')]);
  },
});

const javascriptRun: ExportRun = {
  format: 'js',
  title: `Node ${process.version} with @aws-sdk/client-sagemaker`,
  knowsTodaysApi: true,
  run: (exported) => {
    const { directory, env } = exported.workplace;
    return runProgramIn({ cwd: directory, env }, process.execPath, [fileOf(exported, 'mjs')]);
  },
};

const powershellRun = (powershell: Peer, cli: Cli): ExportRun => ({
  format: 'powershell',
  title: `${cli.title} in ${powershell.version}`,
  knowsTodaysApi: cli.knowsTodaysApi,
  run: (exported) =>
    runProgramIn(surroundingsWith(cli, exported.workplace), powershell.program, [
      '-NoProfile',
      '-NonInteractive',
      '-File',
      fileOf(exported, 'ps1'),
    ]),
});

/** The here-string of a PowerShell export: what its file for `--cli-input-json` holds. */
const hereStringOf = (script: string): string => /^\$request = @'\n([^]*?)\n'@\n/u.exec(script)?.[1] ?? '';

/** Where there is no PowerShell: the file that the script would write is given to the CLI with the same options. */
function hereStringRun(cli: Cli): ExportRun {
  const { run } = inputFileRun(cli, 'json');
  return {
    format: 'powershell',
    title: `${cli.title} --cli-input-json with the script's here-string (no pwsh on this machine)`,
    knowsTodaysApi: cli.knowsTodaysApi,
    isStandIn: true,
    run: (exported) => run({ ...exported, text: hereStringOf(exported.text) }),
  };
}

/** PowerShell 7, where it is installed. */
const powershells = findPeers(['pwsh'], ['--version']);

/** Every way to run an export on this machine; of each format a client that knows today's API comes first. */
export const exportRuns: readonly ExportRun[] = [
  ...clis.map(commandRun),
  ...clis.map((cli) => inputFileRun(cli, 'json')),
  ...newestFirst(clis.filter(({ version }) => version.startsWith('aws-cli/2.')).map(yamlRun)),
  ...pythons.map(boto3Run),
  javascriptRun,
  ...clis
    .slice(0, 1)
    .flatMap((cli) =>
      powershells.length > 0 ? powershells.map((powershell) => powershellRun(powershell, cli)) : [hereStringRun(cli)],
    ),
];
