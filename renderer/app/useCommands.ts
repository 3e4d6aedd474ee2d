import { useEffect, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { EventPayload } from '../../shared/ipc/routes.ts';
import { listen } from '../api/events.ts';
import { requestFilterFocus } from '../features/jobs/jobsView.ts';
import { IMPORT_PATH, JOBS_PATH, NEW_JOB_PATH, SETTINGS_PATH } from './paths.ts';
import { useOpenModel } from './useOpenModel.ts';

type Command = EventPayload<'menu.command'>;

/** With Ctrl, or Cmd on macOS. The menu has the same; it only acts when the page did not. */
const ACCELERATORS: Readonly<Record<string, Command>> = {
  n: 'newJob',
  o: 'openModel',
  i: 'importRequest',
  j: 'showJobs',
  f: 'findJob',
  ',': 'showSettings',
};

const isModalOpen = () => document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;

/** Acts on the menu and on the keyboard accelerators. */
export function useCommands(): void {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const { pickModel } = useOpenModel();

  const run = (command: Command) => {
    switch (command) {
      case 'newJob':
        void navigate(NEW_JOB_PATH);
        break;
      case 'openModel':
        void pickModel();
        break;
      case 'importRequest':
        void navigate(IMPORT_PATH);
        break;
      case 'showJobs':
        void navigate(JOBS_PATH);
        break;
      case 'showSettings':
        void navigate(SETTINGS_PATH);
        break;
      case 'findJob':
        requestFilterFocus();
        if (!pathname.startsWith(JOBS_PATH)) void navigate(JOBS_PATH);
        break;
    }
  };
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const command = ACCELERATORS[event.key.toLowerCase()];
      if (!command || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
      event.preventDefault();
      if (!isModalOpen()) latest.current(command);
    };
    window.addEventListener('keydown', onKeyDown);
    const endMenu = listen('menu.command', (command) => {
      if (!isModalOpen()) latest.current(command);
    });
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      endMenu();
    };
  }, []);
}
