import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { integerShapes } from '../../../../../shared/api/shapes.ts';
import { DraftTextField } from '../../fields/DraftTextField.tsx';
import { useWizard } from '../../wizardContext.ts';
import { secondsInWords } from './artifactPath.ts';
import { KmsKeyField } from './KmsKeyField.tsx';
import { OutputSection } from './OutputSection.tsx';

const PENDING = integerShapes.MaxPendingTimeInSeconds;
const ROOTS = ['output.maxWaitTimeInSeconds', 'output.maxPendingTimeInSeconds', 'output.kmsKeyId'];

/** The limits that few jobs need, and the key that encrypts the artifact. */
export function AdvancedSection() {
  const { draft } = useWizard();
  const { maxWaitTimeInSeconds: wait, maxPendingTimeInSeconds: pending, kmsKeyId } = draft.output;
  const held = [wait && `wait limit ${wait} s`, pending && `pending limit ${pending} s`, kmsKeyId].filter(Boolean);
  return (
    <OutputSection
      title="Advanced"
      note={held.join(' · ') || 'Wait limit, pending limit, KMS key'}
      roots={ROOTS}
      holdsSomething={held.length > 0}
    >
      <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2 }}>
        <Box
          sx={{
            display: 'grid',
            gridTemplateColumns: 'repeat(auto-fit, minmax(260px, 1fr))',
            alignItems: 'start',
            columnGap: 2,
            rowGap: 1.5,
          }}
        >
          <DraftTextField
            name="output.maxWaitTimeInSeconds"
            label="Wait limit"
            isNumeric
            end={<>s</>}
            hint={
              <LimitHint text={wait}>
                At least the time limit. Made for Spot training, waiting included; compilation jobs do not use it.
              </LimitHint>
            }
          />
          <DraftTextField
            name="output.maxPendingTimeInSeconds"
            label="Pending limit"
            isNumeric
            end={<>s</>}
            hint={
              <LimitHint text={pending}>
                How long the job may wait for capacity, for accelerated instances only:{' '}
                {PENDING.min.toLocaleString('en-US')} to {PENDING.max.toLocaleString('en-US')} s (2 h to 28 days).
              </LimitHint>
            }
          />
        </Box>
        <KmsKeyField />
      </Box>
    </OutputSection>
  );
}

function LimitHint({ text, children }: { text: string; children: ReactNode }) {
  const words = secondsInWords(text);
  return (
    <>
      {words && `= ${words}. `}
      {children} {text.trim() === '' && 'Left out while it is empty.'}
    </>
  );
}
