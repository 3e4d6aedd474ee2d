import type { ImportFormat } from '../../../../shared/import/importRequest.ts';

/** What was recognised, as a note on an import says it: "Imported from an AWS CLI command." */
export const FORMAT_WORDS: Readonly<Record<ImportFormat, string>> = {
  json: 'JSON',
  yaml: 'YAML',
  cli: 'an AWS CLI command',
  boto3: 'Python for boto3',
  js: 'JavaScript for the AWS SDK',
  describe: 'the answer of DescribeCompilationJob',
};
