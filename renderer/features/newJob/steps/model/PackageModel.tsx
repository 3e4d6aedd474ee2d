import { DraftTextField } from '../../fields/DraftTextField.tsx';
import { useWizard } from '../../wizardContext.ts';
import { LocalRefusal } from './LocalRefusal.tsx';

/** A version of a model package of SageMaker: it brings its archive, framework and inputs along. */
export function PackageModel() {
  const { changeModel } = useWizard();
  return (
    <>
      <LocalRefusal rule="model.packageLocal" field="model.modelPackageVersionArn" />
      <DraftTextField
        name="model.modelPackageVersionArn"
        label="Model package version ARN"
        isMono
        isRequired
        ruleToldElsewhere="model.packageLocal"
        placeholder="arn:aws:sagemaker:us-west-2:123456789012:model-package/my-package/1"
        hint="Framework and inputs come from the package: the request leaves InputConfig out."
        onEdit={(modelPackageVersionArn) => changeModel({ modelPackageVersionArn })}
      />
    </>
  );
}
