import Box from '@mui/material/Box';
import { useEffect } from 'react';
import { Outlet } from 'react-router';
import { FileDrop } from './FileDrop.tsx';
import { NavigationRail } from './NavigationRail.tsx';
import { preloadPages } from './pages.ts';
import { TrialBar } from './TrialBar.tsx';
import { useCommands } from './useCommands.ts';
import { useFocusOnNavigation } from './useFocusOnNavigation.ts';
import { useMainEvents } from './useMainEvents.ts';

/** What stays while pages change: rail, keyboard, dropped files, events of main. */
export function Shell() {
  useMainEvents();
  useCommands();
  useFocusOnNavigation();
  useEffect(() => {
    const request = requestIdleCallback(preloadPages);
    return () => cancelIdleCallback(request);
  }, []);
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', height: '100%' }}>
      <TrialBar />
      <Box sx={{ display: 'flex', flex: 1, minHeight: 0 }}>
        <NavigationRail />
        <Box component="main" sx={{ flex: 1, minWidth: 0, minHeight: 0, overflow: 'auto' }}>
          <Outlet />
        </Box>
      </Box>
      <FileDrop />
    </Box>
  );
}
