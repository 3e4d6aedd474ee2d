import Box from '@mui/material/Box';
import type { Finding } from '../../../../../../shared/api/finding.ts';
import type { CompilerOption } from '../../../../../../shared/compilerOptions/compilerOptions.ts';
import { MONO } from '../../../../../theme.ts';
import { FieldHelp } from '../../../fields/FieldHelp.tsx';
import { fieldText, itemsOf } from './fieldValues.ts';

interface OptionHelpProps {
  option: CompilerOption;
  findings: readonly Finding[];
  reason?: string | undefined;
}

/** Under an option's field: what is wrong, why it is closed, what it is for, and an example. */
export function OptionHelp({ option, findings, reason }: OptionHelpProps) {
  const { hint, examples, kind, isRecommended, isRequired } = option;
  // Of a list the items: they are what is typed.
  const example = examples.flatMap(itemsOf).map(fieldText);
  return (
    <FieldHelp
      findings={findings}
      hint={
        <>
          {reason ?? hint}
          {!reason && isRecommended && !isRequired && ' Recommended.'}
          {!reason && kind !== 'choice' && example.length > 0 && (
            <>
              {' '}
              Example:{' '}
              <Box component="span" sx={{ fontFamily: MONO, overflowWrap: 'anywhere' }}>
                {[...new Set(example)].join(', ')}
              </Box>
            </>
          )}
        </>
      }
    />
  );
}

/** The name of an option's field; that it is required is also said by the control. */
export function OptionLabel({ option: { label, isRequired } }: { option: CompilerOption }) {
  if (!isRequired) return label;
  return (
    <>
      {label}
      <Box component="span" aria-hidden sx={{ ml: 0.75, fontSize: 12, fontWeight: 400, color: 'text.secondary' }}>
        required
      </Box>
    </>
  );
}
