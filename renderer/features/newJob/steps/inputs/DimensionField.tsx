import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import type { ClipboardEvent } from 'react';
import type { DraftDimension } from '../../../../../shared/draft/jobDraft.ts';
import { visuallyHidden } from '../../../../components/visuallyHidden.ts';
import { MONO } from '../../../../theme.ts';
import { fieldId } from '../../draftPaths.ts';
import { focusControl } from '../../stepFocus.ts';
import { useWizard } from '../../wizardContext.ts';
import { suggestsOne, type DimensionPlace } from './dimensionEdits.ts';
import { shortened } from './shortened.ts';
import { SizeSource } from './SizeSource.tsx';
import { useDimensions } from './useDimensions.ts';

/** Room for the symbol, which stands in the empty field; numbers need little. */
const widthFor = (symbol: string) => Math.max(130, symbol.length * 7.7 + 44);

interface DimensionFieldProps {
  /** The input's name as shown. */
  inputName: string;
  /** How many dimensions the input has. */
  rank: number;
  dimension: DraftDimension;
  /** True where no file says anything of the input. */
  isTyped: boolean;
  place: DimensionPlace;
}

/** One dimension: its role above, its size, and where the size comes from below. */
export function DimensionField({ inputName, rank, dimension, isTyped, place }: DimensionFieldProps) {
  const { errorAt, touch } = useWizard();
  const dimensions = useDimensions();
  const { value, symbol, fromFile, role } = dimension;
  const field = `inputs.${place.input}.dimensions.${place.dimension}.value`;
  const id = fieldId(field);
  const error = errorAt(field);
  const isFixed = fromFile !== null;
  const isChanged = isFixed && value.trim() !== fromFile;

  const onPaste = (event: ClipboardEvent) => {
    if (dimensions.paste(place, event.clipboardData.getData('text'))) event.preventDefault();
  };
  // As many characters as fit beside the other fields; the ends tell `dim.0` from `dim.1`.
  const shownSymbol = shortened(symbol ?? 'size', rank <= 2 ? 30 : rank <= 4 ? 15 : 11);
  const fill = (size: string) => {
    dimensions.type(place, size);
    focusControl(field);
  };
  return (
    <Box sx={{ position: 'relative', flex: `0 1 ${widthFor(shownSymbol)}px`, minWidth: isFixed ? 116 : 100, pr: 2 }}>
      {place.dimension < rank - 1 && <Times />}
      <TextField
        id={id}
        label={
          <>
            {role ?? `dim ${place.dimension + 1}`}
            <span style={visuallyHidden}>
              , dimension {place.dimension + 1} of {rank} of {inputName}
            </span>
          </>
        }
        value={value}
        placeholder={isFixed ? undefined : shownSymbol}
        error={error !== undefined}
        onChange={(event) => dimensions.type(place, event.target.value)}
        onPaste={onPaste}
        onBlur={() => touch(field)}
        slotProps={{
          htmlInput: {
            inputMode: 'numeric',
            autoComplete: 'off',
            'aria-required': true,
            'aria-describedby': `${id}-source${error ? ` ${id}-error` : ''}`,
          },
          input: { sx: { fontFamily: MONO, fontSize: 12.5, '& input': { textOverflow: 'ellipsis' } } },
        }}
      />
      <Box
        sx={{ display: 'flex', alignItems: 'center', gap: 0.5, minHeight: 26, fontSize: 12, color: 'text.secondary' }}
      >
        <SizeSource id={`${id}-source`} dimension={dimension} shownSymbol={shownSymbol} isTyped={isTyped} />
        {isChanged && (
          <Button size="small" sx={{ px: 0.5, ml: -0.5 }} onClick={() => fill(fromFile)}>
            Reset to {fromFile}
          </Button>
        )}
        {suggestsOne(dimension, place.dimension) && (
          <Button
            size="small"
            aria-label={`Use 1 for ${symbol ?? `dimension ${place.dimension + 1}`}`}
            sx={{ ml: 'auto', px: 0.5, mr: -0.5 }}
            onClick={() => fill('1')}
          >
            Use 1
          </Button>
        )}
      </Box>
    </Box>
  );
}

/** Between a field and the next; the fields' names say the order. */
function Times() {
  return (
    <Box aria-hidden sx={{ position: 'absolute', top: 30, right: 4, color: 'text.secondary' }}>
      ×
    </Box>
  );
}
