/**
 * The profile in a local runner's credentials file that commands and scripts name. Not `default`: what a user's own
 * `~/.aws/config` says of that one (a role, single sign-on) would win over the keys, as would keys in the environment
 * when no profile is named (measured with AWS CLI 2.9 and 1.45, boto3 1.43 and the JavaScript SDK 3.1142).
 */
export const RUNNER_PROFILE = 'edgewright';
