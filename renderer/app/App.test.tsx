import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { FAKE_ENDPOINT } from '../testing/fakeBridge.ts';
import { fakeJob } from '../testing/fakeJobs.ts';
import { renderApp } from '../testing/renderApp.tsx';
import { loadSettings, loadWizard } from './pages.ts';

const RUNNER_ERROR = { kind: 'runner', message: 'The local runner could not be started.' } as const;

/** What a browser gives with a drop; jsdom has no DataTransfer. */
function transferOf(files: readonly File[], isFolder = false) {
  return {
    types: ['Files'],
    files,
    items: files.map((file) => ({
      kind: 'file',
      getAsFile: () => file,
      webkitGetAsEntry: () => ({ isDirectory: isFolder }),
    })),
  };
}

// The pages' chunks, loaded here so that no test waits for their first time.
beforeAll(() => Promise.all([loadWizard(), loadSettings()]), 60_000);

const model = () => new File(['x'], 'model.tar.gz');

describe('App', () => {
  it('gives every style element the nonce of the page', async () => {
    await renderApp();
    const styles = [...document.querySelectorAll('style')];
    expect(styles.length).toBeGreaterThan(0);
    expect(styles.filter((style) => style.getAttribute('nonce') !== 'test-nonce')).toEqual([]);
  });

  it('takes a file that is dropped anywhere to the wizard', async () => {
    const { bridge, path } = await renderApp();
    fireEvent.dragEnter(window, { dataTransfer: transferOf([model()]) });
    expect(screen.getByText('Drop the model to start a job')).toBeVisible();

    fireEvent.drop(window, { dataTransfer: transferOf([model()]) });
    await waitFor(() => expect(path()).toBe('/new/model'));
    await waitFor(() =>
      expect(bridge.callsOf('models.inspect')).toEqual([
        { source: { kind: 'file', path: '/home/ada/models/model.tar.gz' } },
      ]),
    );
    expect(screen.queryByText('Drop the model to start a job')).not.toBeInTheDocument();
  });

  it('takes a request that is dropped anywhere to the import', async () => {
    const { bridge, path } = await renderApp({}, '/settings');
    fireEvent.drop(window, { dataTransfer: transferOf([new File(['{"CompilationJobName": "x"}'], 'job.JSON')]) });
    await waitFor(() => expect(path()).toBe('/new/import'));
    expect(await screen.findByRole('textbox', { name: 'Request to import' })).toHaveValue(
      '{"CompilationJobName": "x"}',
    );
    expect(bridge.callsOf('models.inspect')).toEqual([]);
  });

  it('opens the import with Ctrl+I, and from the empty start page', async () => {
    const { user, path } = await renderApp({ jobs: [] });
    await user.click(await screen.findByRole('link', { name: 'Import a request…' }));
    await waitFor(() => expect(path()).toBe('/new/import'));
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Request to import' })).toHaveFocus());
    await user.keyboard('{Control>}j{/Control}');
    await waitFor(() => expect(path()).toBe('/jobs'));
    await user.keyboard('{Control>}i{/Control}');
    await waitFor(() => expect(path()).toBe('/new/import'));
  });

  it('shows the drop overlay until all that was entered was left', async () => {
    await renderApp();
    const dataTransfer = transferOf([model()]);
    fireEvent.dragEnter(window, { dataTransfer });
    fireEvent.dragEnter(screen.getByRole('main'), { dataTransfer });
    fireEvent.dragLeave(screen.getByRole('main'), { dataTransfer });
    expect(screen.getByText('Drop the model to start a job')).toBeVisible();
    fireEvent.dragLeave(window, { dataTransfer });
    expect(screen.queryByText('Drop the model to start a job')).not.toBeInTheDocument();
  });

  it.each([
    ['several files', [model(), model()], false, /drop one file at a time/u],
    ['a folder', [model()], true, /that is a folder/u],
  ])('refuses %s and stays', async (_, files, isFolder, words) => {
    const { path } = await renderApp();
    fireEvent.drop(window, { dataTransfer: transferOf(files, isFolder) });
    expect((await screen.findAllByText(words)).length).toBeGreaterThan(0);
    expect(path()).toBe('/jobs');
  });

  it('leaves dragged text alone', async () => {
    await renderApp();
    fireEvent.dragEnter(window, { dataTransfer: { types: ['text/plain'] } });
    expect(screen.queryByText('Drop the model to start a job')).not.toBeInTheDocument();
  });

  it('opens pages with the keyboard and puts the focus on their heading', async () => {
    const { user, path } = await renderApp();
    await user.keyboard('{Control>},{/Control}');
    expect(await screen.findByRole('heading', { level: 1, name: 'Settings' })).toHaveFocus();
    await user.keyboard('{Control>}n{/Control}');
    await waitFor(() => expect(path()).toBe('/new/model'));
  });

  it('goes from any page to the filter with Ctrl+F', async () => {
    const { user, path } = await renderApp({}, '/settings');
    await user.keyboard('{Control>}f{/Control}');
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Filter jobs' })).toHaveFocus());
    expect(path()).toBe('/jobs');
  });

  it('opens the file dialog with Ctrl+O, and the wizard with what was chosen', async () => {
    const { bridge, user, path } = await renderApp();
    await user.keyboard('{Control>}o{/Control}');
    await waitFor(() => expect(path()).toBe('/new/model'));
    expect(bridge.callsOf('models.pick')).toHaveLength(1);
  });

  it('stays where it is when the file dialog is cancelled', async () => {
    const { user, path } = await renderApp({ handlers: { 'models.pick': () => null } });
    await user.keyboard('{Control>}o{/Control}');
    expect(path()).toBe('/jobs');
  });

  it('acts on the menu', async () => {
    const { bridge, path } = await renderApp();
    bridge.emit('menu.command', 'showSettings');
    await waitFor(() => expect(path()).toBe('/settings'));
    bridge.emit('menu.command', 'showJobs');
    await waitFor(() => expect(path()).toBe('/jobs'));
  });

  it('says which runtime it runs on only where that matters, until told not to', async () => {
    const { user } = await renderApp({ appInfo: { isTrialRuntime: true } });
    expect(await screen.findByText(/stand-in Electron/u)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Hide this note' }));
    expect(screen.queryByText(/stand-in Electron/u)).not.toBeInTheDocument();
  });

  it('shows what a client needs to know of the local runner', async () => {
    const { user } = await renderApp();
    await user.click(await screen.findByRole('button', { name: /Local runner/u }));
    const details = await screen.findByRole('dialog', { name: 'Local runner' });
    expect(within(details).getByText('http://127.0.0.1:38291')).toBeVisible();
    expect(within(details).getByRole('button', { name: 'Copy Objects folder' })).toBeVisible();
  });

  it('says of AWS that it is not connected, and what can be done all the same', async () => {
    const { user, path } = await renderApp();
    await user.click(await screen.findByRole('button', { name: 'AWS Not connected' }));
    const details = await screen.findByRole('dialog', { name: 'AWS' });
    expect(details).toHaveTextContent('can be built here and exported');
    expect(details).not.toHaveTextContent(/on this machine|Restart/u);
    await user.click(within(details).getByRole('button', { name: 'New job…' }));
    await waitFor(() => expect(path()).toBe('/new/model'));
  });

  it('says that the runner failed and starts it again', async () => {
    const { bridge, user } = await renderApp({
      jobs: [],
      endpoints: [{ ...FAKE_ENDPOINT, state: 'failed', error: RUNNER_ERROR }],
    });
    expect(await screen.findByText('The local runner could not be started.')).toBeVisible();
    expect(screen.getByRole('button', { name: /Local runner/u })).toHaveTextContent('Failed');
    await user.click(screen.getByRole('button', { name: 'Restart' }));
    expect(bridge.callsOf('endpoints.restart')).toEqual([{ endpointId: 'local' }]);
    await waitFor(() => expect(screen.getByRole('button', { name: /Local runner/u })).toHaveTextContent('Ready'));
    expect(screen.queryByText('The local runner could not be started.')).not.toBeInTheDocument();
  });

  it('tells on every page that a job ended, aloud and as a note', async () => {
    const job = fakeJob({ name: 'night-run', status: 'INPROGRESS' });
    const { bridge } = await renderApp({ jobs: [job] });
    await screen.findByText('night-run');
    bridge.emit('menu.command', 'showSettings');
    await screen.findByRole('heading', { level: 1, name: 'Settings' });
    bridge.changeJob(fakeJob({ name: 'night-run', status: 'COMPLETED' }));
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('night-run completed'));
    expect(screen.getByRole('button', { name: 'Dismiss' })).toBeVisible();
  });
});
