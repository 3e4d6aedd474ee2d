import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useId, type ReactNode } from 'react';
import type { Finding } from '../../../../shared/api/finding.ts';
import type { TextPosition } from '../../../../shared/json/textPosition.ts';
import { FORMAT_WORDS } from './formatWords.ts';
import type { ImportChoice } from './importedDraft.ts';
import { ImportEndpoints } from './ImportEndpoints.tsx';
import { ImportFindings } from './ImportFindings.tsx';
import type { ImportOutcome } from './useImportReading.ts';

interface ImportSummaryProps {
  outcome: Extract<ImportOutcome, { ok: true }>;
  choices: readonly ImportChoice[];
  choice: ImportChoice;
  findings: readonly Finding[];
  onChooseEndpoint: (id: string) => void;
  onGoTo: (position: TextPosition) => void;
}

/** What a readable text holds: its form, what was normalised, what the rules say, and where it can go. */
export function ImportSummary(props: ImportSummaryProps) {
  const { outcome, choices, choice, findings, onChooseEndpoint, onGoTo } = props;
  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.75 }}>
        <CheckCircleOutlined aria-hidden sx={{ flex: 'none', fontSize: 16, color: 'success.main' }} />
        <span>Recognised: {FORMAT_WORDS[outcome.format]}</span>
      </Box>
      {outcome.changes.length > 0 && (
        <Part title="Normalised">
          <Box component="ul" sx={{ display: 'grid', gap: 0.25, m: 0, pl: 2.25 }}>
            {outcome.changes.map((change) => (
              <Box component="li" key={change} sx={{ overflowWrap: 'anywhere' }}>
                {change}
              </Box>
            ))}
          </Box>
        </Part>
      )}
      <Part title="What the rules say">
        {findings.length > 0 ? (
          <ImportFindings findings={findings} positionOf={outcome.positionOf} onGoTo={onGoTo} />
        ) : (
          <Box sx={{ color: 'text.secondary' }}>Nothing is wrong with this request.</Box>
        )}
      </Part>
      {choices.length > 1 && <ImportEndpoints choices={choices} choice={choice} onChoose={onChooseEndpoint} />}
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <Box component="section" aria-labelledby={id}>
      <Typography id={id} component="h3" variant="h3" sx={{ mb: 0.5 }}>
        {title}
      </Typography>
      {children}
    </Box>
  );
}
