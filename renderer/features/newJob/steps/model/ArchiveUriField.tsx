import type { ReactNode } from 'react';
import { DraftTextField } from '../../fields/DraftTextField.tsx';
import { useWizard } from '../../wizardContext.ts';

/** Where the model archive is, or will be. */
export function ArchiveUriField({ hint, placeholder }: { hint: ReactNode; placeholder?: string }) {
  const { changeModel } = useWizard();
  return (
    <DraftTextField
      name="model.s3Uri"
      label="S3 URI of the model archive"
      isMono
      isRequired
      placeholder={placeholder ?? 's3://my-bucket/models/model.tar.gz'}
      hint={hint}
      onEdit={(s3Uri) => changeModel({ s3Uri })}
    />
  );
}
