import Box from '@mui/material/Box';
import type { Finding } from '../../../../../shared/api/finding.ts';
import { fieldId } from '../../draftPaths.ts';
import { FieldFindings } from '../../fields/FieldHelp.tsx';
import { useWizard } from '../../wizardContext.ts';

/** The `id` by which the pickers name what is wrong with the choice as a whole. */
export const TARGET_FINDINGS_ID = `${fieldId('target')}-findings`;

/** What there is to say at some fields, each sentence once. */
export function useTargetFindings(fields: readonly string[]): readonly Finding[] {
  const { findingsAt } = useWizard();
  const findings = fields.flatMap(findingsAt);
  return findings.filter(({ message }, index) => findings.findIndex((one) => one.message === message) === index);
}

/** What is wrong with the choice, right above it, with the buttons that change it. */
export function TargetFindings({ id, findings }: { id: string; findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <Box id={id} sx={{ display: 'grid', gap: 0.5 }}>
      <FieldFindings findings={findings} />
    </Box>
  );
}
