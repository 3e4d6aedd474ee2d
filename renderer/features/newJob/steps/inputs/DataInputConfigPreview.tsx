import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { checkInputs } from '../../../../../shared/draft/checkInputs.ts';
import { dataInputConfigText } from '../../../../../shared/draft/draftToRequest.ts';
import { CodeBlock } from '../../../../components/CodeBlock.tsx';
import { MONO } from '../../../../theme.ts';
import { useWizard } from '../../wizardContext.ts';
import { configTokens } from './configTokens.ts';

/** DataInputConfig as the request will carry it; while sizes are missing, with their names in their places. */
export function DataInputConfigPreview() {
  const { draft } = useWizard();
  const isComplete = checkInputs(draft).length === 0;
  return (
    <div>
      <Typography component="h3" variant="h3" sx={{ mb: 0.5 }}>
        DataInputConfig{' '}
        <Box component="span" sx={{ fontWeight: 400, color: 'text.secondary' }}>
          {isComplete ? 'as the request carries it' : 'not complete yet'}
        </Box>
      </Typography>
      {isComplete ? (
        <CodeBlock label="DataInputConfig" code={dataInputConfigText(draft) ?? ''} maxHeight={160} />
      ) : (
        <Unfinished />
      )}
    </div>
  );
}

function Unfinished() {
  const { draft } = useWizard();
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
      {configTokens(draft).map(({ text, isOpen }, index) =>
        isOpen ? (
          <Box
            key={index}
            component="span"
            sx={{ px: 0.25, border: '1px dashed', borderColor: 'action.outline', borderRadius: 0.5 }}
          >
            {text}
          </Box>
        ) : (
          text
        ),
      )}
    </Box>
  );
}
