import Box from '@mui/material/Box';
import { ModelPart } from './summary/ModelPart.tsx';
import { InputsPart } from './summary/InputsPart.tsx';
import { OutputPart } from './summary/OutputPart.tsx';
import { TargetPart } from './summary/TargetPart.tsx';

/** The draft in short, step by step, with a way back to each. */
export function DraftSummary() {
  return (
    <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper' }}>
      <ModelPart />
      <InputsPart />
      <TargetPart />
      <OutputPart />
    </Box>
  );
}
