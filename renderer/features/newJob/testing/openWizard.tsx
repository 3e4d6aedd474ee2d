import { ThemeProvider } from '@mui/material/styles';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { createMemoryRouter, Outlet, RouterProvider, useLocation } from 'react-router';
import type { ModelSummary } from '../../../../shared/models/modelSummary.ts';
import { createQueryClient, receiveEvents } from '../../../api/queries.ts';
import { announcementStore, dismissToast } from '../../../components/announcements.ts';
import { Announcer } from '../../../components/Announcer.tsx';
import { createFakeBridge, type FakeWorld } from '../../../testing/fakeBridge.ts';
import { theme } from '../../../theme.ts';
import { clearImportText } from '../import/importText.ts';
import NewJobPage from '../NewJobPage.tsx';
import { staticModel } from './models.ts';

// jsdom lays nothing out, so there is nothing to scroll.
Element.prototype.scrollIntoView = () => {};
Element.prototype.scrollTo = () => {};

interface OpenWizardOptions extends FakeWorld {
  step?: string;
  /** What the inspector reads; a function answers per file name. */
  model?: ModelSummary | ((path: string) => ModelSummary);
}

function Place() {
  return <output aria-label="address">{useLocation().pathname}</output>;
}

/** The chunks that the page loads when it needs them: loaded here, so that no test waits for their first time. */
const loadChunks = () =>
  Promise.all([
    import('../../../../shared/export/exportRequest.ts'),
    import('../../../../shared/export/skeleton.ts'),
    import('../../../../shared/import/importRequest.ts'),
  ]);

/** The wizard on its page, with main faked. */
export async function openWizard({ step = 'model', model = staticModel, ...world }: OpenWizardOptions = {}) {
  await loadChunks();
  const inspect = (path: string) => (typeof model === 'function' ? model(path) : model);
  const bridge = createFakeBridge({
    jobs: [],
    ...world,
    handlers: {
      'models.inspect': ({ source }) => inspect(source.kind === 'file' ? source.path : ''),
      ...world.handlers,
    },
  });
  window.edgewright = bridge;
  const client = createQueryClient();
  const endEvents = receiveEvents(client);
  const router = createMemoryRouter(
    [
      {
        element: (
          <>
            <Outlet />
            <Place />
          </>
        ),
        children: [
          { path: '/new/:place?', Component: NewJobPage },
          { path: '*', element: <p>another page</p> },
        ],
      },
    ],
    { initialEntries: [`/new/${step}`] },
  );
  render(
    <ThemeProvider theme={theme}>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
      <Announcer />
    </ThemeProvider>,
  );
  await screen.findByRole('navigation', { name: 'Steps' });
  const user = userEvent.setup({ delay: null });
  return { bridge, user, router, endEvents };
}

export type OpenWizard = Awaited<ReturnType<typeof openWizard>>;

/** After each test: the page is gone, and so is what it had stored in the window. */
export function closeWizard(): void {
  cleanup();
  clearImportText();
  announcementStore.get().toasts.forEach(({ id }) => dismissToast(id));
  delete window.edgewright;
}

/** The address of the page. */
export const address = () => screen.getByLabelText('address').textContent;

/** The heading of the step that is shown: the first of its level, empty states have one too. */
export function stepHeading(): HTMLElement {
  const [heading] = screen.getAllByRole('heading', { level: 2 });
  if (!heading) throw new Error('no step is shown');
  return heading;
}

export const next = async ({ user }: OpenWizard) => user.click(screen.getByRole('button', { name: /^Next: / }));

/** Puts a text into a field as one paste would, which is faster than typing in jsdom. */
export async function fill({ user }: OpenWizard, field: HTMLElement, text: string): Promise<void> {
  await user.clear(field);
  await user.click(field);
  await user.paste(text);
}

export const dimension = (input: string, position: number) =>
  screen.getByRole('textbox', { name: new RegExp(`dimension ${position} of \\d+ of ${input}$`, 'u') });
