import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useEffect, useRef } from 'react';
import { FieldMessage } from '../../../fields/FieldHelp.tsx';
import { FixButton } from '../../../fields/FixButton.tsx';
import { focusControl } from '../../../stepFocus.ts';
import { OPTIONS_FIELD, type OptionsText } from './useOptionsText.ts';

interface FieldsRefusalProps {
  options: OptionsText;
  reason: string;
  onEditText: () => void;
}

/** Why the fields are closed, and the ways to open them. */
export function FieldsRefusal({ options: { allFindings }, reason, onEditText }: FieldsRefusalProps) {
  const fix = allFindings.find((finding) => finding.fix)?.fix;
  const leaves = useRef(false);
  useEffect(
    () => () => {
      // The button that was pressed is gone: what it opened has the focus.
      if (leaves.current) requestAnimationFrame(() => focusControl(OPTIONS_FIELD));
    },
    [],
  );
  const leave = () => {
    leaves.current = true;
    onEditText();
  };
  return (
    <Box sx={{ display: 'grid', justifyItems: 'start', gap: 0.5 }}>
      <FieldMessage severity="error">{reason} The fields cannot show it.</FieldMessage>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
        {fix && <FixButton fix={fix} field={OPTIONS_FIELD} />}
        <Button variant="outlined" size="small" onClick={leave}>
          Edit as JSON
        </Button>
      </Box>
    </Box>
  );
}
