import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { FAKE_ENDPOINT } from '../../testing/fakeBridge.ts';
import { renderApp } from '../../testing/renderApp.tsx';
import { listJobsCommand } from './listJobsCommand.ts';

describe('the settings', () => {
  it('change the appearance at once, and keep it', async () => {
    const { user, bridge } = await renderApp({ appearance: 'light' }, '/settings');
    await waitFor(() => expect(document.documentElement).toHaveAttribute('data-scheme', 'light'));
    await user.click(screen.getByRole('button', { name: 'Dark' }));
    await waitFor(() => expect(document.documentElement).toHaveAttribute('data-scheme', 'dark'));
    expect(bridge.callsOf('settings.setAppearance')).toEqual(['dark']);
  });

  it('show how other tools reach the runner, and what is not there yet', async () => {
    await renderApp({}, '/settings');
    expect(await screen.findByText(/aws sagemaker list-compilation-jobs/u)).toBeVisible();
    expect(screen.getByRole('region', { name: 'AWS' })).toHaveTextContent('this version cannot connect yet');
    expect(await screen.findByRole('button', { name: 'Copy versions' })).toBeVisible();
  });
});

describe('listJobsCommand', () => {
  it('names credentials, endpoint and region', () => {
    expect(listJobsCommand(FAKE_ENDPOINT)).toBe(
      'AWS_SHARED_CREDENTIALS_FILE=/home/ada/.config/Edgewright/runner/aws-credentials \\\n' +
        '  aws sagemaker list-compilation-jobs \\\n' +
        '  --endpoint-url http://127.0.0.1:38291 \\\n' +
        '  --region us-west-2 \\\n' +
        '  --profile edgewright',
    );
  });

  it('quotes a path with spaces and quotes', () => {
    const command = listJobsCommand({ ...FAKE_ENDPOINT, credentialsFile: "/Users/Ada's Mac/aws credentials" });
    expect(command).toContain(String.raw`AWS_SHARED_CREDENTIALS_FILE='/Users/Ada'\''s Mac/aws credentials'`);
  });

  it('is not there before the endpoint is', () => {
    expect(listJobsCommand({ ...FAKE_ENDPOINT, endpointUrl: null })).toBeNull();
  });
});
