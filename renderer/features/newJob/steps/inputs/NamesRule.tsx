import Box from '@mui/material/Box';
import { findFramework } from '../../../../../shared/catalog/catalog.ts';
import { useWizard } from '../../wizardContext.ts';
import { layoutInWords } from './roleWords.ts';

/** What names and shapes mean to the framework, said once for all inputs. */
export function NamesRule() {
  const { draft } = useWizard();
  const framework = findFramework(draft.model.framework);
  if (!framework) return null;
  const { label, layout, inputConfig } = framework;
  return (
    <Box sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
      <strong>{label}.</strong> {inputConfig.names}{' '}
      {layout && (
        <>
          Images are <strong>{layout}</strong>: {layoutInWords(layout)}.{' '}
        </>
      )}
      For example <code>{inputConfig.example}</code>.
    </Box>
  );
}
