import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { findFramework, targetInWords } from '../../../../shared/catalog/catalog.ts';
import type { DraftTemplate } from '../../../../shared/draft/draftTemplate.ts';
import { draftToRequest } from '../../../../shared/draft/draftToRequest.ts';
import { hasTarget } from '../../../../shared/draft/generatedName.ts';
import type { JobDraft } from '../../../../shared/draft/jobDraft.ts';
import { RelativeTime } from '../../../components/Time.tsx';

/** What a template holds, in short: `ONNX · Jetson TX2`. */
function contentsInWords(draft: JobDraft): string {
  const { kind, framework } = draft.model;
  const target = hasTarget(draft.target) ? targetInWords(draftToRequest(draft, '').OutputConfig) : 'no target';
  return `${kind === 'package' ? 'Model package' : (findFramework(framework)?.label ?? framework)} · ${target}`;
}

interface TemplateRowProps {
  template: DraftTemplate;
  onUse: () => void;
  onDelete: () => void;
}

/** A saved template and what can be done with it. */
export function TemplateRow({ template: { name, draft, savedAtMs }, onUse, onDelete }: TemplateRowProps) {
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1,
        px: 1,
        py: 0.75,
        borderTop: 1,
        borderColor: 'divider',
        '&:first-of-type': { borderTop: 0 },
      }}
    >
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box title={name} sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', fontWeight: 600 }}>
          {name}
        </Box>
        <Box sx={{ fontSize: 12, lineHeight: '16px', color: 'text.secondary', overflowWrap: 'anywhere' }}>
          {contentsInWords(draft)} · <RelativeTime ms={savedAtMs} />
        </Box>
      </Box>
      <Button variant="outlined" size="small" aria-label={`Use ${name}`} onClick={onUse}>
        Use
      </Button>
      <Button variant="text" size="small" color="secondary" aria-label={`Delete ${name}`} onClick={onDelete}>
        Delete
      </Button>
    </Box>
  );
}
