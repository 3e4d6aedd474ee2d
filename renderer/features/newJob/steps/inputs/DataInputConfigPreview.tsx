import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { Fragment } from 'react';
import { checkInputs } from '../../../../../shared/draft/checkInputs.ts';
import { dataInputConfigText } from '../../../../../shared/draft/draftToRequest.ts';
import type { DraftDimension, DraftInput } from '../../../../../shared/draft/jobDraft.ts';
import { CodeBlock } from '../../../../components/CodeBlock.tsx';
import { MONO } from '../../../../theme.ts';
import { fieldId } from '../../draftPaths.ts';
import { FieldMessage } from '../../fields/FieldHelp.tsx';
import { useWizard } from '../../wizardContext.ts';

/** DataInputConfig as the request will carry it; while sizes are missing, with their names in their places. */
export function DataInputConfigPreview({ inputs }: { inputs: readonly DraftInput[] }) {
  const { draft, errorAt } = useWizard();
  const isComplete = checkInputs(draft).length === 0;
  const error = errorAt('inputs');
  return (
    <Box id={fieldId('inputs')} tabIndex={-1}>
      <Typography component="h3" variant="h3" sx={{ mb: 0.5 }}>
        DataInputConfig{' '}
        <Box component="span" sx={{ fontWeight: 400, color: 'text.secondary' }}>
          {isComplete ? 'as the request carries it' : 'not complete yet'}
        </Box>
      </Typography>
      {isComplete ? (
        <CodeBlock label="DataInputConfig" code={dataInputConfigText(draft) ?? ''} maxHeight={160} />
      ) : (
        <Unfinished inputs={inputs} />
      )}
      {error && <FieldMessage severity="error">{error}</FieldMessage>}
    </Box>
  );
}

function Unfinished({ inputs }: { inputs: readonly DraftInput[] }) {
  return (
    <Box
      sx={{
        p: '8px 12px',
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        bgcolor: 'background.sunken',
        fontFamily: MONO,
        fontSize: 12.5,
        lineHeight: '18px',
        overflowWrap: 'anywhere',
      }}
    >
      {'{'}
      {inputs.map(({ name, dimensions }, index) => (
        <Fragment key={name}>
          {index > 0 && ','}
          {JSON.stringify(name)}:[
          {dimensions.map((dimension, position) => (
            <Fragment key={position}>
              {position > 0 && ','}
              <Size dimension={dimension} />
            </Fragment>
          ))}
          ]
        </Fragment>
      ))}
      {'}'}
    </Box>
  );
}

function Size({ dimension: { value, symbol } }: { dimension: DraftDimension }) {
  if (/^[1-9]\d*$/u.test(value.trim())) return value.trim();
  return (
    <Box component="span" sx={{ px: 0.25, border: '1px dashed', borderColor: 'action.outline', borderRadius: 0.5 }}>
      {value.trim() || symbol || '?'}
    </Box>
  );
}
