import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const NODE_MODULES = resolve(import.meta.dirname, '../../node_modules');

/** A folder to run exports in, which is also the home folder, and the whole environment of what runs there. */
export interface Workplace {
  directory: string;
  env: NodeJS.ProcessEnv;
}

/**
 * The AWS settings of someone who works with AWS every day: a role in the default profile, and in the environment a
 * profile and keys. None of them may lead an export for the local runner astray.
 */
const AWS_CONFIG = `[default]
region = eu-west-1
role_arn = arn:aws:iam::123456789012:role/Developer
source_profile = work

[profile work]
region = eu-west-1
credential_process = /bin/false
`;
const AWS_VARIABLES = {
  AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  AWS_SESSION_TOKEN: 'example',
  AWS_PROFILE: 'work',
  AWS_DEFAULT_REGION: 'eu-west-1',
};

/** Makes a workplace in an empty folder, with AWS settings of its own; scripts find the repository's packages there. */
export function makeWorkplace(directory: string): Workplace {
  mkdirSync(join(directory, '.aws'));
  writeFileSync(join(directory, '.aws', 'config'), AWS_CONFIG);
  symlinkSync(NODE_MODULES, join(directory, 'node_modules'));
  const { PATH } = process.env;
  const plain = { PATH, HOME: directory, LANG: 'C.UTF-8', AWS_PAGER: '', AWS_EC2_METADATA_DISABLED: 'true' };
  return { directory, env: { ...plain, ...AWS_VARIABLES } };
}
