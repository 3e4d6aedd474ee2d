import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useRef, type ChangeEvent, type RefObject } from 'react';
import { announce } from '../../../components/announcements.ts';
import { visuallyHidden } from '../../../components/visuallyHidden.ts';
import { MONO } from '../../../theme.ts';
import { openRequestFile, REQUEST_FILE_EXTENSIONS } from './requestFiles.ts';
import { clearImportText, restoreImportText, setImportText, typeImportText, useImportText } from './importText.ts';

/** The text, and the ways to fill it. */
export function ImportTextField({ area }: { area: RefObject<HTMLTextAreaElement | null> }) {
  const { text, origin, replaced } = useImportText();
  const restore = () => {
    restoreImportText();
    announce('Your earlier text is back.');
    area.current?.focus();
  };
  const clear = () => {
    clearImportText();
    area.current?.focus();
  };
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 1 }}>
      <TextField
        label="Request to import"
        multiline
        inputRef={area}
        value={text}
        onChange={(event) => typeImportText(event.target.value)}
        slotProps={{
          htmlInput: {
            spellCheck: false,
            autoComplete: 'off',
            wrap: 'off',
          },
          input: {
            // A plain text area: as high as the window has room for, not as its text.
            inputComponent: 'textarea',
            sx: {
              fontFamily: MONO,
              fontSize: 12.5,
              lineHeight: '18px',
              '& textarea': { height: 'clamp(200px, calc(100vh - 380px), 720px)', resize: 'vertical' },
            },
          },
        }}
      />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <ChooseFile />
        <Button variant="outlined" size="small" disabled={text === ''} onClick={clear}>
          Clear
        </Button>
        {replaced !== null && (
          <Button variant="outlined" size="small" onClick={restore}>
            Bring back the earlier text
          </Button>
        )}
        {origin !== null && <Box sx={{ fontSize: 12, color: 'text.secondary' }}>from {origin}</Box>}
      </Box>
      {text === '' && <Skeletons area={area} />}
    </Box>
  );
}

function ChooseFile() {
  const input = useRef<HTMLInputElement>(null);
  const onChange = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    if (file) await openRequestFile(file);
    // The same file can be chosen again after it changed.
    target.value = '';
  };
  return (
    <>
      <Button variant="outlined" size="small" onClick={() => input.current?.click()}>
        Choose a file…
      </Button>
      <input
        ref={input}
        type="file"
        aria-label="Request file"
        tabIndex={-1}
        accept={REQUEST_FILE_EXTENSIONS.map((extension) => `.${extension}`).join(',')}
        style={visuallyHidden}
        onChange={(event) => void onChange(event)}
      />
    </>
  );
}

/** Every member of the API to fill in, for those who begin with the text. */
function Skeletons({ area }: { area: RefObject<HTMLTextAreaElement | null> }) {
  const begin = async (name: string, write: 'skeletonJson' | 'skeletonYaml') => {
    const skeleton = await import('../../../../shared/export/skeleton.ts');
    setImportText(skeleton[write](), `the ${name} skeleton`);
    area.current?.focus();
  };
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, color: 'text.secondary' }}>
      Or begin with every member of the API:
      <Button variant="outlined" size="small" onClick={() => void begin('JSON', 'skeletonJson')}>
        JSON skeleton
      </Button>
      <Button variant="outlined" size="small" onClick={() => void begin('YAML', 'skeletonYaml')}>
        YAML skeleton
      </Button>
    </Box>
  );
}
