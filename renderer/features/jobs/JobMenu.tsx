import ArrowForwardOutlined from '@mui/icons-material/ArrowForwardOutlined';
import ContentCopyOutlined from '@mui/icons-material/ContentCopyOutlined';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import FolderOpenOutlined from '@mui/icons-material/FolderOpenOutlined';
import LibraryAddOutlined from '@mui/icons-material/LibraryAddOutlined';
import StopCircleOutlined from '@mui/icons-material/StopCircleOutlined';
import ListItemIcon from '@mui/material/ListItemIcon';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import type { ReactNode } from 'react';
import type { JobSnapshot } from '../../../shared/jobs/jobSnapshot.ts';
import { toast } from '../../components/announcements.ts';
import { copyText } from '../../components/copyText.ts';
import { possibleActions } from './possibleActions.ts';
import type { MenuAnchor } from './JobListRow.tsx';
import type { JobActions } from './useJobActions.ts';

interface JobMenuProps {
  job: JobSnapshot;
  anchor: MenuAnchor;
  actions: JobActions;
  onOpen: () => void;
  onClose: () => void;
}

/** What can be done with a job, from its row. */
export function JobMenu({ job, anchor, actions, onOpen, onClose }: JobMenuProps) {
  const possible = possibleActions(job);
  const item = (label: string, icon: ReactNode, run: () => void, isPossible = true) => (
    <MenuItem
      disabled={!isPossible}
      onClick={() => {
        onClose();
        run();
      }}
    >
      <ListItemIcon>{icon}</ListItemIcon>
      {label}
    </MenuItem>
  );
  const copyName = async () => {
    toast((await copyText(job.name)) ? `Copied ${job.name}` : 'The system refused to copy the name.');
  };
  return (
    <Menu
      open
      onClose={onClose}
      {...('element' in anchor
        ? { anchorEl: anchor.element }
        : { anchorReference: 'anchorPosition' as const, anchorPosition: anchor })}
      slotProps={{ list: { dense: true, 'aria-label': `Actions of ${job.name}` } }}
    >
      {item('Open', <ArrowForwardOutlined fontSize="small" />, onOpen)}
      {item('Copy name', <ContentCopyOutlined fontSize="small" />, () => void copyName())}
      {item('Clone into a new job', <LibraryAddOutlined fontSize="small" />, () => actions.clone(job))}
      {item(
        'Show artifact in folder',
        <FolderOpenOutlined fontSize="small" />,
        () => actions.showArtifact(job),
        possible.showArtifact,
      )}
      {item('Stop', <StopCircleOutlined fontSize="small" />, () => actions.stop(job), possible.stop)}
      {item('Delete…', <DeleteOutlined fontSize="small" />, () => actions.remove(job), possible.remove)}
    </Menu>
  );
}
