import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { flushSync } from 'react-dom';
import { MiddleEllipsis } from '../../../../components/MiddleEllipsis.tsx';
import { DraftTextField } from '../../fields/DraftTextField.tsx';
import { focusField } from '../../stepFocus.ts';
import { useWizard } from '../../wizardContext.ts';
import { KMS_KEY_FORMS } from './kmsKeyForms.ts';

const FIELD = 'output.kmsKeyId';

/** The key that encrypts the artifact, with its four forms to begin from. */
export function KmsKeyField() {
  const { draft, context, setField } = useWizard();
  const isEmpty = draft.output.kmsKeyId === '';
  const insert = (example: string) => {
    flushSync(() => setField(FIELD, example));
    // It is selected: typing replaces it.
    focusField(FIELD);
  };
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 1 }}>
      <DraftTextField
        name={FIELD}
        label="KMS key (optional)"
        isMono
        placeholder="alias/my-key"
        hint={
          context.isLocal
            ? 'Encrypts the artifact on AWS. The local runner records it and encrypts nothing.'
            : 'Encrypts the artifact; without one, S3’s default key of the role’s account does.'
        }
      />
      {isEmpty && (
        <Box
          component="ul"
          aria-label="Forms of a KMS key"
          sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', m: 0, p: 0, listStyle: 'none', fontSize: 12 }}
        >
          {KMS_KEY_FORMS.map(({ name, example }) => (
            <Box component="li" key={name} sx={{ display: 'flex', alignItems: 'center', gap: 1, minWidth: 0 }}>
              <Button
                size="small"
                aria-label={`Insert example: ${name}`}
                sx={{ flex: 'none', px: 0.5, ml: -0.5, minWidth: 76, justifyContent: 'flex-start' }}
                onClick={() => insert(example)}
              >
                {name}
              </Button>
              <Box sx={{ display: 'flex', minWidth: 0, color: 'text.secondary' }}>
                <MiddleEllipsis text={example} />
              </Box>
            </Box>
          ))}
        </Box>
      )}
    </Box>
  );
}
