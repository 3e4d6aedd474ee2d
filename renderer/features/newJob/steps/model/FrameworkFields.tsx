import Box from '@mui/material/Box';
import { useWizard } from '../../wizardContext.ts';
import { ArchiveRule } from './ArchiveRule.tsx';
import { FrameworkSelect } from './FrameworkSelect.tsx';
import { FrameworkVersionField } from './FrameworkVersionField.tsx';
import { LocalRefusal } from './LocalRefusal.tsx';

/** The framework that the model was made with and its version, and what its archive must hold. */
export function FrameworkFields() {
  const { draft } = useWizard();
  return (
    <>
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: 'repeat(auto-fit, minmax(260px, 1fr))',
          alignItems: 'start',
          columnGap: 2,
          rowGap: 1.5,
        }}
      >
        <FrameworkSelect />
        <FrameworkVersionField />
      </Box>
      <LocalRefusal rule="model.frameworkLocal" field="model.framework" />
      {draft.model.kind === 's3' && <ArchiveRule />}
    </>
  );
}
