import { DraftTextField } from '../../fields/DraftTextField.tsx';
import { useWizard } from '../../wizardContext.ts';

/** The role of the job. */
export function RoleField() {
  const { context } = useWizard();
  return (
    <DraftTextField
      name="output.roleArn"
      label="IAM role"
      isMono
      isRequired
      placeholder="arn:aws:iam::123456789012:role/NeoCompilation"
      hint={
        context.isLocal
          ? 'The local runner assumes no role; this stand-in only makes the request complete.'
          : 'The role that SageMaker assumes to read the model and write the artifact.'
      }
    />
  );
}
