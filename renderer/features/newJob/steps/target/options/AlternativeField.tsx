import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useEffect, useRef } from 'react';
import type { CompilerOption } from '../../../../../../shared/compilerOptions/compilerOptions.ts';
import { OptionField, type OptionFieldProps } from './OptionField.tsx';
import { optionFieldId } from './optionFieldId.ts';
import { fieldText, textWith, valueOf } from './fieldValues.ts';

/** An option that excludes another: closed while the other has a value, with the button that changes sides. */
export function AlternativeField(props: OptionFieldProps & { other: CompilerOption | undefined }) {
  const { option, options, isDisabled, other } = props;
  const own = valueOf(options.parsed, option.key);
  const rival = other && valueOf(options.parsed, other.key);
  const isClosed = other !== undefined && rival !== undefined && own === undefined;
  const wantsFocus = useRef(false);
  useEffect(() => {
    if (isClosed || !wantsFocus.current) return;
    wantsFocus.current = false;
    document.getElementById(optionFieldId(option.key))?.focus();
  }, [isClosed, option.key]);
  if (!isClosed) return <OptionField {...props} />;
  const change = () => {
    wantsFocus.current = true;
    options.change(textWith(options.text, { [other.key]: undefined }), [
      `${other.label} was emptied; it was ${fieldText(rival)}.`,
    ]);
  };
  return (
    <Box sx={{ display: 'grid', justifyItems: 'start', gap: 0.5 }}>
      <Box sx={{ width: '100%' }}>
        <OptionField
          option={option}
          options={options}
          isDisabled
          reason={`At most one of the two can be given, and ${other.label} is.`}
        />
      </Box>
      <Button variant="outlined" size="small" disabled={isDisabled} onClick={change}>
        Use {option.label} instead
      </Button>
    </Box>
  );
}
