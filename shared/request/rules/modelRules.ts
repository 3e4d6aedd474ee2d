import { errorFinding, warningFinding, type RequestRule } from './rule.ts';

/** Source: ModelPackageVersionArn's text; the words are moto's, AWS only says "will return an exception". */
export const oneModel: RequestRule = ({ InputConfig, ModelPackageVersionArn }) => {
  if (InputConfig && ModelPackageVersionArn) {
    return [
      errorFinding(
        'model.both',
        ['ModelPackageVersionArn'],
        'Give either a model archive or a model package version, not both.',
        'InputConfig and ModelPackageVersionArn cannot be specified at the same time.',
        { label: 'Use the model archive', edits: [{ path: ['ModelPackageVersionArn'] }] },
      ),
    ];
  }
  if (!InputConfig && !ModelPackageVersionArn) {
    return [
      errorFinding(
        'model.none',
        ['InputConfig'],
        'Choose a model.',
        'Either InputConfig or ModelPackageVersionArn must be specified.',
      ),
    ];
  }
  return [];
};

/** Source: InputConfig$S3Uri, "must point to a single gzip compressed tar archive (.tar.gz suffix)". */
export const archiveSuffix: RequestRule = ({ InputConfig }) => {
  if (!InputConfig || InputConfig.S3Uri.endsWith('.tar.gz')) return [];
  const message = 'The model must be one gzip-compressed tar archive; its name should end in .tar.gz.';
  return [warningFinding('model.suffix', ['InputConfig', 'S3Uri'], message)];
};

/** Source: ModelPackageVersionArn is the ARN "of a versioned model package": `…:model-package/NAME/VERSION`. */
export const packageVersion: RequestRule = ({ ModelPackageVersionArn }) => {
  if (!ModelPackageVersionArn || /:model-package\/[^/]+\/\d+$/u.test(ModelPackageVersionArn)) return [];
  const message = 'The ARN names no version; a versioned model package ends in its number, such as …/my-package/1.';
  return [warningFinding('model.packageVersion', ['ModelPackageVersionArn'], message)];
};
