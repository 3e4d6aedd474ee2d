import '@testing-library/jest-dom/vitest';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { createMemoryRouter } from 'react-router';
import { afterEach } from 'vitest';
import { createQueryClient } from '../api/queries.ts';
import { App } from '../app/App.tsx';
import { takePendingModel } from '../app/pendingModel.ts';
import { routes } from '../app/routes.tsx';
import { announcementStore, dismissToast } from '../components/announcements.ts';
import { clearImportText } from '../features/newJob/import/importText.ts';
import { resetJobsView } from '../features/jobs/jobsView.ts';
import { createFakeBridge, type FakeBridge, type FakeWorld } from './fakeBridge.ts';

// What Chromium has and jsdom has not.
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
globalThis.requestIdleCallback ??= () => 0;
globalThis.cancelIdleCallback ??= () => {};
Element.prototype.scrollTo ??= function scrollTo(this: Element, options?: ScrollToOptions | number) {
  if (typeof options === 'object') this.scrollTop = options.top ?? this.scrollTop;
};
Element.prototype.scrollIntoView ??= () => {};

afterEach(() => {
  cleanup();
  resetJobsView();
  takePendingModel();
  clearImportText();
  announcementStore.get().toasts.forEach(({ id }) => dismissToast(id));
  delete window.edgewright;
});

/** The app on a fake bridge. */
export interface RenderedApp {
  bridge: FakeBridge;
  user: UserEvent;
  /** Path that is shown. */
  path(): string;
}

/** Starts the whole app at a path, and waits until its page is there. */
export async function renderApp(world: FakeWorld = {}, path = '/jobs'): Promise<RenderedApp> {
  const bridge = createFakeBridge(world);
  window.edgewright = bridge;
  const router = createMemoryRouter(routes, { initialEntries: [path] });
  const user = userEvent.setup();
  render(<App nonce="test-nonce" queryClient={createQueryClient()} router={router} />);
  await screen.findByRole('heading', { level: 1 });
  return { bridge, user, path: () => router.state.location.pathname };
}
