import AddBoxOutlined from '@mui/icons-material/AddBoxOutlined';
import SettingsOutlined from '@mui/icons-material/SettingsOutlined';
import ViewListOutlined from '@mui/icons-material/ViewListOutlined';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { endpointsQuery } from '../api/queries.ts';
import { EndpointButton } from './EndpointButton.tsx';
import { JOBS_PATH, NEW_JOB_PATH, SETTINGS_PATH } from './paths.ts';
import { railItem } from './railItem.ts';
import { ariaShortcut, shortcutLabel } from './shortcut.ts';

interface RailLinkProps {
  to: string;
  /** First part of the addresses that belong to it. */
  section: string;
  icon: ReactNode;
  label: string;
  /** With Ctrl, or Cmd on macOS. */
  shortcut: string;
}

function RailLink({ to, section, icon, label, shortcut }: RailLinkProps) {
  const isCurrent = useLocation().pathname.startsWith(section);
  return (
    <ButtonBase
      component={Link}
      to={to}
      title={`${label} (${shortcutLabel(shortcut)})`}
      aria-current={isCurrent ? 'page' : undefined}
      aria-keyshortcuts={ariaShortcut(shortcut)}
      sx={railItem}
    >
      {icon}
      {label}
    </ButtonBase>
  );
}

/** The narrow rail on the left: pages on top, where jobs run at its foot. */
export function NavigationRail() {
  const { data: endpoints = [] } = useQuery(endpointsQuery);
  return (
    <Box
      sx={{
        display: 'flex',
        flexDirection: 'column',
        justifyContent: 'space-between',
        width: 88,
        flex: 'none',
        p: 1,
        bgcolor: 'background.sunken',
        borderRight: 1,
        borderColor: 'divider',
      }}
    >
      <Box component="nav" aria-label="Pages" sx={{ display: 'grid', gap: 0.5 }}>
        <RailLink to={JOBS_PATH} section="/jobs" icon={<ViewListOutlined />} label="Jobs" shortcut="J" />
        <RailLink to={NEW_JOB_PATH} section="/new" icon={<AddBoxOutlined />} label="New job" shortcut="N" />
        <RailLink to={SETTINGS_PATH} section="/settings" icon={<SettingsOutlined />} label="Settings" shortcut="," />
      </Box>
      <Box component="aside" aria-label="Where jobs run" sx={{ display: 'grid', gap: 0.5 }}>
        {endpoints.map((endpoint) => (
          <EndpointButton key={endpoint.id} endpoint={endpoint} />
        ))}
      </Box>
    </Box>
  );
}
