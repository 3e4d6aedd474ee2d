import '@testing-library/jest-dom/vitest';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { completeDraft } from './testing/models.ts';
import { closeWizard, fill, openWizard, stepHeading } from './testing/openWizard.tsx';

afterEach(closeWizard);

const choice = () => screen.getByRole('radiogroup', { name: 'Runs on' });
const aws = () => within(choice()).getByRole('radio', { name: 'AWS' });
const local = () => within(choice()).getByRole('radio', { name: 'Local runner' });
const field = (name: string) => screen.getByRole('textbox', { name });

/** The complete draft with what AWS needs besides: where the archive is, a place for the artifact and a role. */
function awsDraft() {
  const draft = completeDraft({
    s3OutputLocation: 's3://my-bucket/compiled',
    locationFollowsName: false,
    roleArn: 'arn:aws:iam::123456789012:role/Neo',
  });
  return {
    ...draft,
    endpointId: 'aws',
    model: { ...draft.model, s3Uri: 's3://my-bucket/models/mobilenet.tar.gz' },
    output: { ...draft.output, s3OutputLocation: 's3://my-bucket/compiled' },
  };
}

describe('where the job runs', () => {
  it('is the local runner until AWS is chosen, which says what is possible there', async () => {
    const { user, bridge } = await openWizard({ step: 'output', draft: completeDraft() });
    expect(local()).toBeChecked();
    await user.click(aws());
    expect(aws()).toBeChecked();
    expect(choice()).toHaveAccessibleDescription('not connected: build and export the request');
    await waitFor(() => expect(bridge.callsOf('drafts.save').at(-1)?.endpointId).toBe('aws'));
  });

  it('changes what the endpoint had filled in, and nothing that was typed', async () => {
    const wizard = await openWizard({ step: 'output', draft: completeDraft() });
    await fill(wizard, field('Time limit'), '600');
    await wizard.user.click(aws());
    expect(field('S3 output location')).toHaveValue('');
    expect(field('IAM role')).toHaveValue('');
    expect(field('Time limit')).toHaveValue('600');
    await fill(wizard, field('IAM role'), 'arn:aws:iam::123456789012:role/Neo');
    await wizard.user.click(local());
    expect(field('S3 output location')).toHaveValue('s3://edgewright/compiled/my-job');
    expect(field('IAM role')).toHaveValue('arn:aws:iam::123456789012:role/Neo');
  });

  it('is changed by the arrow keys', async () => {
    const { user } = await openWizard({ step: 'output', draft: completeDraft() });
    local().focus();
    await user.keyboard('{ArrowRight}');
    expect(aws()).toBeChecked();
    expect(aws()).toHaveFocus();
  });
});

describe('the end of a request for AWS', () => {
  it('is the export: nothing can be submitted, and the footer says why', async () => {
    const { user, bridge } = await openWizard({ step: 'review', draft: awsDraft() });
    expect(screen.queryByRole('button', { name: 'Submit job' })).toBeNull();
    const button = screen.getByRole('button', { name: 'Export the request' });
    expect(button).toHaveAccessibleDescription(/^AWS is not connected/u);
    await user.click(button);
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(bridge.callsOf('jobs.submit')).toEqual([]);
    expect(stepHeading()).toHaveTextContent('Review');
    expect(document.body).not.toHaveFocus();
  });

  it('leads to what is missing first', async () => {
    const draft = awsDraft();
    const { user } = await openWizard({ step: 'review', draft: { ...draft, model: { ...draft.model, s3Uri: '' } } });
    await user.click(screen.getByRole('button', { name: 'Export the request' }));
    await waitFor(() => expect(stepHeading()).toHaveTextContent('Model'));
    expect(field('S3 URI of the model archive')).toHaveFocus();
    expect(field('S3 URI of the model archive')).toHaveAccessibleDescription(/Say where the archive will be in S3/u);
  });
});
