import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { fieldId } from '../../draftPaths.ts';
import { useDimensions } from './useDimensions.ts';
import { useFocusAfter } from './useFocusAfter.ts';

interface DimensionButtonsProps {
  index: number;
  /** How many dimensions the input has. */
  rank: number;
  /** Why the number of dimensions is the user's to say; null where that is plain. */
  hint: string | null;
}

const addId = (index: number) => `add-dimension-${index}`;

/** The number of dimensions, where no file states it. */
export function DimensionButtons({ index, rank, hint }: DimensionButtonsProps) {
  const { addDimension, removeDimension } = useDimensions();
  const focusAfter = useFocusAfter();
  const add = () => {
    addDimension(index);
    focusAfter(fieldId(`inputs.${index}.dimensions.${rank}.value`));
  };
  const remove = () => {
    removeDimension(index);
    if (rank === 1) focusAfter(addId(index));
  };
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
      <Button id={addId(index)} variant="outlined" size="small" onClick={add}>
        Add a dimension
      </Button>
      {rank > 0 && (
        <Button variant="outlined" size="small" onClick={remove}>
          Remove the last dimension
        </Button>
      )}
      {hint && <Box sx={{ fontSize: 12, color: 'text.secondary' }}>{hint}</Box>}
    </Box>
  );
}
