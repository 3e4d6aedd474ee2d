import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../shared/errors/appError.ts';
import { fakeJob, fewJobs, manyJobs } from '../../testing/fakeJobs.ts';
import { renderApp } from '../../testing/renderApp.tsx';

const rows = () => screen.getAllByRole('row').filter((row) => row.dataset['index'] !== undefined);
const rowOf = (name: string) => screen.getByRole('row', { name: new RegExp(name, 'u') });
const filterField = () => screen.getByRole('textbox', { name: 'Filter jobs' });

const THREE = [
  fakeJob({ name: 'alpha', status: 'COMPLETED', createdAgo: 300, runtime: 40 }),
  fakeJob({ name: 'beta', status: 'FAILED', createdAgo: 200, runtime: 2, device: 'rasp4b' }),
  fakeJob({ name: 'gamma', status: 'INPROGRESS', createdAgo: 10, device: 'jetson_xavier' }),
];

describe('the list of jobs', () => {
  it('shows the newest first, with status, target and runtime in words', async () => {
    await renderApp({ jobs: THREE });
    await screen.findByRole('grid', { name: 'Jobs' });
    expect(rows().map((row) => /alpha|beta|gamma/u.exec(row.textContent)?.[0])).toEqual(['gamma', 'beta', 'alpha']);
    expect(rowOf('beta')).toHaveTextContent('Failed');
    expect(rowOf('beta')).toHaveTextContent('Raspberry Pi 4 Model B');
    expect(rowOf('alpha')).toHaveTextContent('40 s');
  });

  it('follows what main tells: new, changed and removed jobs', async () => {
    const { bridge } = await renderApp({ jobs: THREE });
    await screen.findByText('alpha');
    bridge.emit('jobs.changed', {
      changed: [
        fakeJob({ name: 'delta', status: 'STARTING', createdAgo: 0, runtime: null }),
        fakeJob({ name: 'gamma' }),
      ],
      removed: ['local/alpha'],
    });
    await screen.findByText('delta');
    expect(rowOf('gamma')).toHaveTextContent('Completed');
    expect(screen.queryByText('alpha')).not.toBeInTheDocument();
    expect(screen.getByRole('status')).toHaveTextContent('gamma completed');
  });

  it('shows a status that it does not know as the service sent it', async () => {
    await renderApp({ jobs: [fakeJob({ name: 'odd', status: 'QUEUED_FOR_REVIEW' })] });
    expect(await screen.findByText('QUEUED_FOR_REVIEW')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Running 1' })).toBeVisible();
  });

  it('filters by every word of the text, in name, target and status', async () => {
    const { user } = await renderApp({ jobs: THREE });
    await screen.findByText('alpha');
    await user.type(filterField(), 'raspberry failed');
    expect(rows()).toHaveLength(1);
    expect(rows()[0]).toHaveTextContent('beta');
    await user.keyboard('{Escape}');
    expect(rows()).toHaveLength(3);
  });

  it('filters by status and says how many there are', async () => {
    const { user } = await renderApp({ jobs: THREE });
    await user.click(await screen.findByRole('button', { name: 'Failed 1' }));
    expect(rows()).toHaveLength(1);
    expect(screen.getByRole('button', { name: 'Failed 1' })).toHaveAttribute('aria-pressed', 'true');
  });

  it('says that the filter lets nothing through, and takes it away', async () => {
    const { user } = await renderApp({ jobs: THREE });
    await screen.findByText('alpha');
    await user.type(filterField(), 'zebra');
    expect(screen.getByRole('heading', { name: 'No job fits the filter' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Show all jobs' }));
    expect(rows()).toHaveLength(3);
  });

  it('sorts by a column, and the other way around', async () => {
    const { user } = await renderApp({ jobs: THREE });
    await user.click(await screen.findByRole('button', { name: 'Name' }));
    expect(screen.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'ascending');
    expect(rows()[0]).toHaveTextContent('alpha');
    await user.click(screen.getByRole('button', { name: 'Name' }));
    expect(rows()[0]).toHaveTextContent('gamma');
  });

  it('goes through the list with J and K, opens with Enter and comes back with Escape', async () => {
    const { user, path } = await renderApp({ jobs: THREE });
    await screen.findByText('alpha');
    await user.keyboard('j');
    expect(rowOf('gamma')).toHaveFocus();
    await user.keyboard('jjk');
    expect(rowOf('beta')).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(path()).toBe('/jobs/local%2Fbeta');
    await waitFor(() => expect(screen.getByRole('heading', { level: 2, name: 'beta' })).toHaveFocus());
    await user.keyboard('j');
    expect(path()).toBe('/jobs/local%2Falpha');
    await user.keyboard('{Escape}');
    expect(path()).toBe('/jobs');
    await waitFor(() => expect(rowOf('alpha')).toHaveFocus());
  });

  it('does not take letters that are typed into the filter for commands', async () => {
    const { user } = await renderApp({ jobs: THREE });
    await screen.findByText('alpha');
    await user.type(filterField(), 'jk');
    expect(filterField()).toHaveValue('jk');
  });

  it('draws a window of 2,000 jobs, and finds any of them', async () => {
    const { user } = await renderApp({ jobs: manyJobs(2000) });
    await screen.findByRole('grid', { name: 'Jobs' });
    expect(rows().length).toBeLessThan(60);
    expect(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', '2001');
    await user.click(rows()[0] ?? document.body);
    await user.keyboard('{End}');
    await user.type(filterField(), '-00001');
    expect(rows()).toHaveLength(1);
  });

  it('keeps the row that has the focus when it leaves the window', async () => {
    const { user } = await renderApp({ jobs: manyJobs(200) });
    await screen.findByRole('grid', { name: 'Jobs' });
    await user.keyboard('j{End}');
    await waitFor(() => expect(document.activeElement).toHaveAttribute('data-index', '199'));
  });

  it('offers in the menu of a row only what its state allows', async () => {
    const { user, bridge } = await renderApp({ jobs: THREE });
    await screen.findByText('gamma');
    await user.click(screen.getByRole('button', { name: 'Actions of gamma' }));
    const menu = screen.getByRole('menu');
    expect(within(menu).getByRole('menuitem', { name: 'Delete…' })).toHaveAttribute('aria-disabled', 'true');
    await user.click(within(menu).getByRole('menuitem', { name: 'Stop' }));
    expect(bridge.callsOf('jobs.stop')).toEqual([{ id: 'local/gamma' }]);
    expect(await screen.findByText('Stopping…')).toBeVisible();
  });

  it('says why the jobs could not be loaded, and tries again', async () => {
    let isBroken = true;
    const { user } = await renderApp({
      handlers: {
        'jobs.list': () => {
          if (isBroken) throw new AppError({ kind: 'runner', message: 'The store is locked.', details: 'SQLITE_BUSY' });
          return THREE;
        },
      },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent('The store is locked.');
    isBroken = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('alpha')).toBeVisible();
  });
});

describe('the first start', () => {
  it('offers the sample, which opens the wizard', async () => {
    const { user, bridge, path } = await renderApp({ jobs: [] });
    await user.click(await screen.findByRole('button', { name: 'Try the sample model' }));
    await waitFor(() => expect(path()).toBe('/new/model'));
    await waitFor(() =>
      expect(bridge.callsOf('models.inspect')).toEqual([{ source: { kind: 'sample', id: 'blazeface-front' } }]),
    );
  });

  it('offers the file dialog, and AWS for later', async () => {
    const { user, bridge } = await renderApp({ jobs: [], samples: [] });
    expect(await screen.findByRole('link', { name: 'Connect AWS later' })).toHaveAttribute('href', '/settings#aws');
    await user.click(screen.getByRole('button', { name: 'Choose a model…' }));
    expect(bridge.callsOf('models.pick')).toHaveLength(1);
  });

  it('becomes the list as soon as there is a job', async () => {
    const { bridge } = await renderApp({ jobs: [] });
    await screen.findByRole('button', { name: 'Choose a model…' });
    bridge.changeJob(fewJobs()[2] ?? fakeJob());
    expect(await screen.findByRole('grid', { name: 'Jobs' })).toBeVisible();
  });
});
