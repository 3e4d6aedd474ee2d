import ErrorOutlineOutlined from '@mui/icons-material/ErrorOutlineOutlined';
import WarningAmberOutlined from '@mui/icons-material/WarningAmberOutlined';
import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import type { Finding } from '../../../../shared/api/finding.ts';
import { fieldOfPath } from '../draftPaths.ts';
import { FixButton } from './FixButton.tsx';

interface FieldMessageProps {
  severity: 'error' | 'warning';
  children: ReactNode;
}

/** What is wrong at a place: icon and words, so that the colour is not needed. */
export function FieldMessage({ severity, children }: FieldMessageProps) {
  const Icon = severity === 'error' ? ErrorOutlineOutlined : WarningAmberOutlined;
  return (
    <Box
      component="span"
      sx={{ display: 'flex', alignItems: 'flex-start', gap: 0.5, fontSize: 12, color: `${severity}.main` }}
    >
      <Icon aria-hidden sx={{ flex: 'none', fontSize: 14, mt: '1px' }} />
      <Box component="span" sx={{ minWidth: 0, lineHeight: '16px', overflowWrap: 'anywhere' }}>
        {children}
      </Box>
    </Box>
  );
}

/** What there is to say at a place, each with the button that changes it. */
export function FieldFindings({ findings }: { findings: readonly Finding[] }) {
  return findings.map((finding) => (
    <Box key={`${finding.rule} ${finding.message}`} sx={{ display: 'grid', justifyItems: 'start', gap: 0.5 }}>
      <FieldMessage severity={finding.severity}>{finding.message}</FieldMessage>
      {finding.fix && <FixButton fix={finding.fix} field={fieldOfPath(finding.path)} />}
    </Box>
  ));
}

interface FieldHelpProps {
  findings: readonly Finding[];
  hint?: ReactNode;
}

/** Under a field: what is wrong first, then what it is for. */
export function FieldHelp({ findings, hint }: FieldHelpProps) {
  return (
    <Box component="span" sx={{ display: 'grid', gap: 0.25 }}>
      <FieldFindings findings={findings} />
      {hint && (
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {hint}
        </Box>
      )}
    </Box>
  );
}
