import Box from '@mui/material/Box';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { useState } from 'react';
import type { JobDraft } from '../../../../../shared/draft/jobDraft.ts';
import { fieldId } from '../../draftPaths.ts';
import { useWizard, type FocusRequest } from '../../wizardContext.ts';
import { DevicePicker } from './DevicePicker.tsx';
import { PlatformPicker } from './PlatformPicker.tsx';
import { PresetRow } from './PresetRow.tsx';
import { TargetDetails } from './TargetDetails.tsx';

type View = JobDraft['target']['kind'];

/** The view that shows a field; null for fields that both views have. */
function viewOfField(field: string): View | null {
  if (field === 'target.device') return 'device';
  return ['target.os', 'target.arch', 'target.accelerator'].includes(field) ? 'platform' : null;
}

/** Step 3: a device or a platform, its compiler options, and what is made of it. */
export function TargetStep() {
  const { draft, focusRequest } = useWizard();
  const [view, setView] = useView(draft.target.kind, focusRequest);
  return (
    <Box id={fieldId('target')} tabIndex={-1} sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2.5 }}>
      <PresetRow onChosen={({ target }) => setView(target.TargetDevice ? 'device' : 'platform')} />
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) minmax(300px, 380px)' },
          alignItems: 'start',
          gap: 3,
        }}
      >
        <Box sx={{ minWidth: 0 }}>
          <Tabs aria-label="Choose by" value={view} onChange={(_, next: View) => setView(next)}>
            <Tab value="device" label="Device" id="target-tab-device" aria-controls="target-panel" />
            <Tab value="platform" label="Platform" id="target-tab-platform" aria-controls="target-panel" />
          </Tabs>
          <Box role="tabpanel" id="target-panel" aria-labelledby={`target-tab-${view}`} sx={{ pt: 1.5 }}>
            {view === 'device' ? <DevicePicker /> : <PlatformPicker />}
          </Box>
        </Box>
        <TargetDetails />
      </Box>
    </Box>
  );
}

/**
 * The view is what is looked at, the draft's kind what is chosen. A jump to a field opens the view that has it, and so
 * does a choice that was made elsewhere: by a fix, or by translating the target.
 */
function useView(kind: View, request: FocusRequest | null) {
  const [answered, setAnswered] = useState<FocusRequest | null>(null);
  const [followed, setFollowed] = useState<View>(kind);
  const [view, setView] = useState<View>(kind);
  if (request !== answered) {
    setAnswered(request);
    const wanted = request && viewOfField(request.field);
    if (wanted) setView(wanted);
  }
  if (kind !== followed) {
    setFollowed(kind);
    setView(kind);
  }
  return [view, setView] as const;
}
