import Box from '@mui/material/Box';
import { findFramework, findTargetDevice } from '../../../../../shared/catalog/catalog.ts';
import { useWizard } from '../../wizardContext.ts';

/** What model.tar.gz must hold for the framework, and for the device where that wants more. */
export function ArchiveRule() {
  const { draft } = useWizard();
  const entry = findFramework(draft.model.framework);
  if (!entry) return null;
  const { kind, device } = draft.target;
  const deviceNote = kind === 'device' ? findTargetDevice(device)?.archiveNote : null;
  return (
    <Box
      component="section"
      aria-label={`What the archive must hold for ${entry.label}`}
      sx={{ px: 1.5, py: 1, border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.sunken' }}
    >
      <Box sx={{ fontWeight: 500 }}>What the archive must hold for {entry.label}</Box>
      <div>{entry.archiveRule}</div>
      {deviceNote && <div>{deviceNote}</div>}
      {entry.notes.length > 0 && (
        <Box component="ul" sx={{ m: 0, mt: 0.5, pl: 2, fontSize: 12, color: 'text.secondary' }}>
          {entry.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </Box>
      )}
    </Box>
  );
}
