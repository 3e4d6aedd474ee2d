import { createHashRouter, Navigate, type RouteObject } from 'react-router';
import { JobsPage } from '../features/jobs/JobsPage.tsx';
import { RouteErrorBoundary } from './ErrorBoundary.tsx';
import { loadSettings, loadWizard } from './pages.ts';
import { Shell } from './Shell.tsx';

/** The pages. Jobs comes with the first chunk, the others when they are asked for, or when nothing else is to do. */
export const routes: RouteObject[] = [
  {
    Component: Shell,
    children: [
      {
        ErrorBoundary: RouteErrorBoundary,
        // Nothing flashes while a page that was asked for by address loads.
        HydrateFallback: () => null,
        children: [
          { index: true, element: <Navigate to="/jobs" replace /> },
          { path: 'jobs/:id?', Component: JobsPage },
          { path: 'new/:place?', lazy: async () => ({ Component: (await loadWizard()).default }) },
          { path: 'settings', lazy: async () => ({ Component: (await loadSettings()).default }) },
          { path: '*', element: <Navigate to="/jobs" replace /> },
        ],
      },
    ],
  },
];

/** The router of the app. */
export function createAppRouter() {
  return createHashRouter(routes);
}
