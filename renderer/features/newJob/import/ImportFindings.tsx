import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import type { Finding, FindingPath } from '../../../../shared/api/finding.ts';
import type { TextPosition } from '../../../../shared/json/textPosition.ts';
import { FieldMessage } from '../fields/FieldHelp.tsx';

interface ImportFindingsProps {
  findings: readonly Finding[];
  positionOf: (path: FindingPath) => TextPosition;
  onGoTo: (position: TextPosition) => void;
}

/**
 * What the rules say about the imported request, each at its place in the text. Fixes are not made here: text and
 * request would say two things. The form offers them once the request is in it.
 */
export function ImportFindings({ findings, positionOf, onGoTo }: ImportFindingsProps) {
  return (
    <Box component="ul" sx={{ display: 'grid', gap: 1, m: 0, p: 0, listStyle: 'none' }}>
      {findings.map(({ rule, path, severity, message, fix }) => {
        const position = positionOf(path);
        const place = `Line ${position.line}, column ${position.column}`;
        return (
          <Box
            component="li"
            key={`${rule} ${path.join('.')}`}
            sx={{ display: 'grid', justifyItems: 'start', gap: 0.25 }}
          >
            <FieldMessage severity={severity}>
              {message}
              {fix && (
                <Box component="span" sx={{ color: 'text.secondary' }}>
                  {' '}
                  The form then offers: {fix.label}.
                </Box>
              )}
            </FieldMessage>
            <Link
              component="button"
              type="button"
              sx={{ ml: '18px', font: 'inherit', fontSize: 12 }}
              onClick={() => onGoTo(position)}
            >
              {place}
            </Link>
          </Box>
        );
      })}
    </Box>
  );
}
