import '@testing-library/jest-dom/vitest';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { fakeJob } from '../../../../testing/fakeJobs.ts';
import { completeDraft } from '../../testing/models.ts';
import { closeWizard, fill, next, openWizard, stepHeading, type OpenWizard } from '../../testing/openWizard.tsx';

afterEach(closeWizard);

const field = (name: string) => screen.getByRole('textbox', { name });
const section = (name: string) => screen.getByRole('button', { name });
const steps = () => screen.getByRole('navigation', { name: 'Steps' });
const groups = () => screen.getByRole('combobox', { name: 'Security group IDs' });
const subnets = () => screen.getByRole('combobox', { name: 'Subnet IDs' });
const key = (number: number) => field(`Key of tag ${number}`);
const value = (number: number) => field(`Value of tag ${number}`);
const saved = ({ bridge }: OpenWizard) => bridge.callsOf('drafts.save').at(-1)?.output;

/** What was stored once nothing waits any more. */
async function savedAtTheEnd(wizard: OpenWizard) {
  closeWizard();
  return waitFor(() => saved(wizard));
}

describe('sections that few jobs need', () => {
  it('are closed while they hold nothing, and say so', async () => {
    await openWizard({ step: 'output', draft: completeDraft() });
    for (const [name, note] of [
      ['Advanced', 'Wait limit, pending limit, KMS key'],
      ['VPC', 'Not connected'],
      ['Tags', 'None'],
    ] as const) {
      expect(section(name)).toHaveAttribute('aria-expanded', 'false');
      expect(section(name)).toHaveAccessibleDescription(note);
    }
  });

  it('are open when they hold something', async () => {
    const draft = completeDraft({
      kmsKeyId: 'alias/mine',
      vpc: { isUsed: true, securityGroupIds: ['sg-1'], subnets: ['subnet-1'] },
      tags: [{ key: 'team', value: 'vision' }],
    });
    await openWizard({ step: 'output', draft });
    expect(field('KMS key (optional)')).toBeVisible();
    expect(groups()).toBeVisible();
    expect(key(1)).toBeVisible();
    expect(section('Tags')).toHaveAccessibleDescription('team=vision');
  });

  it('open for a jump from the checklist', async () => {
    const draft = completeDraft({
      vpc: { isUsed: true, securityGroupIds: ['sg-1'], subnets: [] },
      tags: [{ key: 'aws:team', value: '' }],
      maxPendingTimeInSeconds: '60',
    });
    const { user } = await openWizard({ step: 'model', draft });
    await user.click(within(steps()).getByRole('button', { name: /^The subnets need/u }));
    expect(stepHeading()).toHaveTextContent('Output');
    expect(subnets()).toHaveFocus();
    for (const [name, finding, at] of [
      ['Tags', /keys that start with aws:/u, 'Key of tag 1'],
      ['Advanced', /^The pending limit must be at least 7,200/u, 'Pending limit'],
    ] as const) {
      await user.click(section(name));
      expect(section(name)).toHaveAttribute('aria-expanded', 'false');
      await user.click(within(steps()).getByRole('button', { name: finding }));
      expect(field(at)).toHaveFocus();
      expect(section(name)).toHaveAttribute('aria-expanded', 'true');
    }
  });
});

describe('the limits', () => {
  it('are left out while they are empty', async () => {
    const wizard = await openWizard({ step: 'output', draft: completeDraft() });
    await wizard.user.clear(field('Time limit'));
    expect(field('Time limit')).toHaveAccessibleDescription(/Left out while it is empty\. 900 s is AWS’s/u);
    await next(wizard);
    expect(stepHeading()).toHaveTextContent('Review');
  });

  it('are put right by a button: a wait limit below the time limit', async () => {
    const wizard = await openWizard({ step: 'output', draft: completeDraft() });
    await wizard.user.click(section('Advanced'));
    await fill(wizard, field('Wait limit'), '60');
    await wizard.user.tab();
    expect(field('Wait limit')).toHaveAccessibleDescription(/is below the time limit of 900 seconds/u);
    await wizard.user.click(screen.getByRole('button', { name: 'Set it to 900 seconds' }));
    expect(field('Wait limit')).toHaveValue('900');
    expect(field('Wait limit')).toHaveFocus();
  });
});

describe('the KMS key', () => {
  it('begins from an example of its form, which typing replaces', async () => {
    const { user } = await openWizard({ step: 'output', draft: completeDraft() });
    await user.click(section('Advanced'));
    await user.click(screen.getByRole('button', { name: 'Insert example: Alias ARN' }));
    expect(field('KMS key (optional)')).toHaveValue('arn:aws:kms:us-west-2:111122223333:alias/ExampleAlias');
    expect(field('KMS key (optional)')).toHaveFocus();
    expect(screen.queryByRole('list', { name: 'Forms of a KMS key' })).toBeNull();
    await user.keyboard('x');
    expect(field('KMS key (optional)')).toHaveValue('x');
  });

  it('that is a plain name becomes an alias by a button', async () => {
    const { user } = await openWizard({ step: 'output', draft: completeDraft({ kmsKeyId: 'mine' }) });
    field('KMS key (optional)').focus();
    await user.tab();
    await user.click(screen.getByRole('button', { name: 'Use alias/mine' }));
    expect(field('KMS key (optional)')).toHaveValue('alias/mine');
  });
});

describe('the VPC', () => {
  const open = async (vpc = { isUsed: true, securityGroupIds: [] as string[], subnets: [] as string[] }) => {
    const wizard = await openWizard({ step: 'output', draft: completeDraft({ vpc }) });
    if (section('VPC').getAttribute('aria-expanded') === 'false') await wizard.user.click(section('VPC'));
    return wizard;
  };

  it('takes several IDs that are pasted at once, each once', async () => {
    const wizard = await open({ isUsed: true, securityGroupIds: ['sg-1'], subnets: [] });
    await wizard.user.click(groups());
    await wizard.user.paste('sg-2, sg-1\nsg-3');
    expect(groups()).toHaveFocus();
    expect(groups()).toHaveAccessibleDescription(/^3 of at most 5\./u);
    expect((await savedAtTheEnd(wizard))?.vpc.securityGroupIds).toEqual(['sg-1', 'sg-2', 'sg-3']);
  });

  it('makes a chip of what was typed with Enter, a comma or by leaving, and keeps the focus', async () => {
    const wizard = await open();
    await wizard.user.type(subnets(), 's-1{Enter}s-2,s-3');
    expect(subnets()).toHaveFocus();
    expect(subnets()).toHaveValue('s-3');
    expect(stepHeading()).toHaveTextContent('Output');
    await wizard.user.tab();
    expect(subnets()).toHaveValue('');
    expect(screen.getByRole('button', { name: 's-3' })).toBeVisible();
    expect((await savedAtTheEnd(wizard))?.vpc.subnets).toEqual(['s-1', 's-2', 's-3']);
  });

  it('loses no ID that is still being typed when the step is left by the keyboard', async () => {
    const wizard = await open({ isUsed: true, securityGroupIds: [], subnets: ['subnet-1'] });
    await wizard.user.type(groups(), 'sg');
    await wizard.user.keyboard('{Control>}{Enter}{/Control}');
    expect(stepHeading()).toHaveTextContent('Review');
    expect((await savedAtTheEnd(wizard))?.vpc.securityGroupIds).toEqual(['sg']);
  });

  it('removes chips by the keyboard', async () => {
    const wizard = await open({ isUsed: true, securityGroupIds: ['sg-1', 'sg-2', 'sg-3'], subnets: [] });
    await wizard.user.click(groups());
    await wizard.user.keyboard('{Backspace}');
    expect(screen.queryByRole('button', { name: 'sg-3' })).toBeNull();
    await wizard.user.keyboard('{ArrowLeft}{ArrowLeft}{Delete}');
    expect((await savedAtTheEnd(wizard))?.vpc.securityGroupIds).toEqual(['sg-2']);
  });

  it('keeps its IDs while it is switched off', async () => {
    const wizard = await open({ isUsed: true, securityGroupIds: ['sg-1'], subnets: ['subnet-1'] });
    const toggle = screen.getByRole('switch', { name: 'Connect the job to a VPC' });
    await wizard.user.click(toggle);
    expect(screen.queryByRole('combobox', { name: 'Subnet IDs' })).toBeNull();
    expect(section('VPC')).toHaveAccessibleDescription('Not connected; 1 security group, 1 subnet kept');
    await wizard.user.click(toggle);
    expect(screen.getByRole('button', { name: 'subnet-1' })).toBeVisible();
  });

  it('says what it needs at its fields, and what belongs in the other list', async () => {
    const wizard = await open();
    await wizard.user.type(groups(), 'subnet-1{Enter}');
    expect(groups()).toHaveAccessibleDescription(/subnet-1 belongs in the other list/u);
    await next(wizard);
    expect(subnets()).toHaveFocus();
    expect(subnets()).toHaveAccessibleDescription(/The subnets need at least 1 entry/u);
  });
});

describe('tags', () => {
  const open = async (tags: { key: string; value: string }[] = []) => {
    const wizard = await openWizard({ step: 'output', draft: completeDraft({ tags }) });
    if (tags.length === 0) await wizard.user.click(section('Tags'));
    return wizard;
  };
  const add = () => screen.getByRole('button', { name: 'Add a tag' });

  it('are typed row by row without the focus jumping', async () => {
    const wizard = await open();
    await wizard.user.click(add());
    expect(key(1)).toHaveFocus();
    await wizard.user.keyboard('ab');
    await wizard.user.tab();
    await wizard.user.keyboard('cd');
    expect(value(1)).toHaveFocus();
    expect(value(1)).toHaveValue('cd');
    await wizard.user.click(add());
    expect(key(2)).toHaveFocus();
    expect(key(1)).toHaveValue('ab');
  });

  it('are pasted as lines', async () => {
    const wizard = await open([{ key: 'kept', value: '1' }]);
    await wizard.user.click(add());
    await wizard.user.paste('team=vision\ncost-centre=42');
    expect([1, 2, 3].map((row) => (key(row) as HTMLInputElement).value)).toEqual(['kept', 'team', 'cost-centre']);
    expect(value(3)).toHaveValue('42');
    expect(await screen.findByText('2 tags were pasted.')).toBeInTheDocument();
  });

  it('are removed, and the focus stays in the list', async () => {
    const wizard = await open([
      { key: 'a', value: '1' },
      { key: 'b', value: '2' },
    ]);
    await wizard.user.click(screen.getByRole('button', { name: 'Remove tag 1' }));
    expect(key(1)).toHaveValue('b');
    expect(key(1)).toHaveFocus();
    await wizard.user.click(screen.getByRole('button', { name: 'Remove tag 1' }));
    expect(add()).toHaveFocus();
  });

  it('say at the row that a key is given twice, and the button takes it away', async () => {
    const wizard = await open([
      { key: 'team', value: '1' },
      { key: 'team', value: '2' },
    ]);
    key(2).focus();
    await wizard.user.tab();
    expect(key(2)).toBeInvalid();
    expect(key(2)).toHaveAccessibleDescription(/The tag "team" is given twice/u);
    expect(key(1)).toBeValid();
    await wizard.user.click(screen.getByRole('button', { name: 'Remove this tag' }));
    expect(screen.queryByRole('textbox', { name: 'Key of tag 2' })).toBeNull();
    expect(value(1)).toHaveValue('1');
    expect(document.body).not.toHaveFocus();
  });

  it('are at most fifty, which the closed button says', async () => {
    await open(Array.from({ length: 50 }, (_, index) => ({ key: `k${index}`, value: '' })));
    expect(add()).toBeDisabled();
    expect(screen.getByText(/A job has at most 50 tags/u)).toBeVisible();
  });
});

it('says that another job’s artifact would be overwritten', async () => {
  const other = fakeJob({ name: 'earlier', status: 'COMPLETED' });
  const uri = 's3://edgewright/shared/mobilenet-ml_m5.tar.gz';
  const job = { ...other, description: { ...other.description, ModelArtifacts: { S3ModelArtifacts: uri } } };
  const wizard = await openWizard({ step: 'output', draft: completeDraft(), jobs: [job] });
  const place = screen.getByRole('region', { name: 'Where the artifact will be' });
  expect(place).not.toHaveTextContent('overwrite');
  await fill(wizard, field('S3 output location'), 's3://edgewright/shared');
  expect(place).toHaveTextContent('The artifact of earlier is there: this job would overwrite it.');
});
