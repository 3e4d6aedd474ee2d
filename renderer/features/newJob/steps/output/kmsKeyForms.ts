/** The four forms of KmsKeyId, each with the example that AWS prints. Source: OutputConfig$KmsKeyId. */
export const KMS_KEY_FORMS = [
  { name: 'Key ID', example: '1234abcd-12ab-34cd-56ef-1234567890ab' },
  { name: 'Key ARN', example: 'arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab' },
  { name: 'Alias', example: 'alias/ExampleAlias' },
  { name: 'Alias ARN', example: 'arn:aws:kms:us-west-2:111122223333:alias/ExampleAlias' },
] as const;
