import CloseOutlined from '@mui/icons-material/CloseOutlined';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import FolderOpenOutlined from '@mui/icons-material/FolderOpenOutlined';
import LibraryAddOutlined from '@mui/icons-material/LibraryAddOutlined';
import StopCircleOutlined from '@mui/icons-material/StopCircleOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { targetOfJob, type JobSnapshot } from '../../../../shared/jobs/jobSnapshot.ts';
import { PAGE_HEADING } from '../../../app/pageHeading.ts';
import { CopyButton } from '../../../components/CopyButton.tsx';
import { bareFieldset } from '../../../components/bareFieldset.ts';
import { JobStatus } from '../../../components/JobStatus.tsx';
import { MiddleEllipsis } from '../../../components/MiddleEllipsis.tsx';
import { possibleActions } from '../possibleActions.ts';
import type { JobActions } from '../useJobActions.ts';

interface JobHeaderProps {
  job: JobSnapshot;
  actions: JobActions;
  onClose: () => void;
}

function ActionButtons({ job, actions }: Omit<JobHeaderProps, 'onClose'>) {
  const possible = possibleActions(job);
  const { pending } = actions;
  return (
    <Box component="fieldset" aria-label="Actions" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, ...bareFieldset }}>
      {possible.stop && (
        <Button
          variant="outlined"
          startIcon={<StopCircleOutlined />}
          loading={pending.stop === job.id}
          loadingPosition="start"
          onClick={() => actions.stop(job)}
        >
          Stop
        </Button>
      )}
      {possible.showArtifact && (
        <Button variant="contained" startIcon={<FolderOpenOutlined />} onClick={() => actions.showArtifact(job)}>
          Show artifact in folder
        </Button>
      )}
      <Button
        variant="outlined"
        startIcon={<LibraryAddOutlined />}
        loading={pending.clone === job.id}
        loadingPosition="start"
        onClick={() => actions.clone(job)}
      >
        Clone
      </Button>
      {possible.remove && (
        <Tooltip title="Delete job…">
          <IconButton
            aria-label="Delete job…"
            disabled={pending.remove === job.id}
            onClick={() => actions.remove(job)}
            sx={{ width: 32, height: 32 }}
          >
            <DeleteOutlined />
          </IconButton>
        </Tooltip>
      )}
    </Box>
  );
}

/** The head of a job: its name, how it is, and what can be done with it. */
export function JobHeader({ job, actions, onClose }: JobHeaderProps) {
  const framework = job.description.InputConfig?.Framework;
  return (
    <Box component="header" sx={{ px: 3, pt: 1.5, pb: 1.5, borderBottom: 1, borderColor: 'divider' }}>
      <title>{`${job.name} – Edgewright`}</title>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5, minHeight: 32 }}>
        <Typography
          variant="h2"
          id="job-heading"
          tabIndex={-1}
          {...PAGE_HEADING}
          sx={{ display: 'flex', minWidth: 0, fontSize: 16, lineHeight: '24px' }}
        >
          <MiddleEllipsis text={job.name} tail={16} />
        </Typography>
        <CopyButton text={job.name} subject="job name" />
        <Tooltip title="Close (Esc)">
          <IconButton aria-label="Close the job" onClick={onClose} sx={{ ml: 'auto', mr: -1 }}>
            <CloseOutlined />
          </IconButton>
        </Tooltip>
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', gap: 1 }}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, minHeight: 32, color: 'text.secondary' }}>
          <Box component="span" sx={{ fontWeight: 600 }}>
            <JobStatus status={job.status} />
          </Box>
          <span>{targetOfJob(job)}</span>
          {framework && <span>{framework}</span>}
        </Box>
        <ActionButtons job={job} actions={actions} />
      </Box>
    </Box>
  );
}
