import Box from '@mui/material/Box';
import { fieldId } from '../../draftPaths.ts';
import { FieldMessage } from '../../fields/FieldHelp.tsx';

/** The `id` by which the pickers name the error that describes them. */
export const TARGET_ERROR_ID = `${fieldId('target')}-error`;

/** What is wrong with the choice, right above it. */
export function TargetError({ error }: { error: string | undefined }) {
  if (error === undefined) return null;
  return (
    <Box id={TARGET_ERROR_ID}>
      <FieldMessage severity="error">{error}</FieldMessage>
    </Box>
  );
}
