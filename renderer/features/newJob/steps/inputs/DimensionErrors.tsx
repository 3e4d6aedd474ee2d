import Box from '@mui/material/Box';
import { rolesOfInput } from '../../../../../shared/draft/inputEdits.ts';
import type { DraftInput } from '../../../../../shared/draft/jobDraft.ts';
import { fieldId } from '../../draftPaths.ts';
import { FieldMessage } from '../../fields/FieldHelp.tsx';
import { useWizard } from '../../wizardContext.ts';

/** What is wrong with the sizes of one input: full sentences do not fit under fields of 108 px. */
export function DimensionErrors({ input, index }: { input: DraftInput; index: number }) {
  const { draft, errorAt } = useWizard();
  const roles = rolesOfInput(input, draft.model.framework);
  const errors = input.dimensions.flatMap(({ symbol }, position) => {
    const field = `inputs.${index}.dimensions.${position}.value`;
    const message = errorAt(field);
    if (message === undefined) return [];
    // Most messages name their dimension; the others are told apart by what stands above the field.
    const isNamed = symbol !== null && message.includes(symbol);
    return [
      { id: `${fieldId(field)}-error`, name: isNamed ? null : (roles[position] ?? `dim ${position + 1}`), message },
    ];
  });
  if (errors.length === 0) return null;
  return (
    <Box sx={{ display: 'grid', gap: 0.25 }}>
      {errors.map(({ id, name, message }) => (
        <Box key={id} id={id}>
          <FieldMessage severity="error">
            {name && <strong>{name}: </strong>}
            {message}
          </FieldMessage>
        </Box>
      ))}
    </Box>
  );
}
