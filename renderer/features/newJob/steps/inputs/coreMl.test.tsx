import '@testing-library/jest-dom/vitest';
import { screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { JobDraft } from '../../../../../shared/draft/jobDraft.ts';
import { closeWizard, dimension, fill, next, openWizard } from '../../testing/openWizard.tsx';
import { unreadDraft } from '../../testing/unreadDraft.ts';

afterEach(closeWizard);

const button = (name: string) => screen.getByRole('button', { name });
const field = (name: string) => screen.getByRole('textbox', { name });
const kind = (name: string) =>
  within(screen.getByRole('radiogroup', { name: 'Shape kind' })).getByRole('radio', { name });
const type = (name: string) =>
  within(screen.getByRole('radiogroup', { name: 'Input type' })).getByRole('radio', { name });
const card = () => within(screen.getByRole('region', { name: 'Input input_1' }));
const preview = () => screen.getByRole('region', { name: 'DataInputConfig' });
const openDraft = (draft: JobDraft) => openWizard({ step: 'inputs', draft });
const open = (text = '{"input_1":{"shape":[1,224,224,3]}}', framework = 'TENSORFLOW') =>
  openDraft(unreadDraft({ framework, device: 'coreml', text }));

describe('Core ML', () => {
  it('takes ranges in the fields of the sizes', async () => {
    const wizard = await open('{"input_1":{"shape":[1,8]}}');
    expect(kind('Fixed')).toBeChecked();
    await wizard.user.click(kind('Ranges'));
    await fill(wizard, dimension('input_1', 1), '1..10');
    await fill(wizard, field('Default shape'), '1, 8');
    expect(preview()).toHaveTextContent('{"input_1":{"shape":["1..10",8],"default_shape":[1,8]}}');
  });

  it('says what ranges cost, where they are chosen and where the checklist leads', async () => {
    const wizard = await open('{"input_1":{"shape":["1..10",8]}}');
    const cost = card().getByText(/has a range of sizes/u);
    await wizard.user.click(
      within(screen.getByRole('list', { name: 'To do for Inputs' })).getByRole('button', { name: /a range of sizes/u }),
    );
    expect(document.activeElement).toContainElement(cost);
    expect(document.activeElement).not.toContainElement(preview());
  });

  it('keeps ranges for the way back', async () => {
    const wizard = await open('{"input_1":{"shape":["1..10",8]}}');
    await wizard.user.click(kind('Fixed'));
    expect(dimension('input_1', 1)).toHaveValue('1');
    await wizard.user.click(kind('Ranges'));
    expect(dimension('input_1', 1)).toHaveValue('1..10');
  });

  it('takes whole shapes, as AWS’s example has them', async () => {
    const wizard = await open();
    await wizard.user.click(kind('Enumerated'));
    await fill(wizard, field('Shape 2'), '1, 160, 160, 3');
    await fill(wizard, field('Default shape'), '1,224,224,3');
    await wizard.user.click(type('Image'));
    await fill(wizard, field('Bias'), '-1, -1, -1');
    await fill(wizard, field('Scale'), '0.007843137255');
    expect(preview()).toHaveTextContent(
      '{"input_1":{"shape":[[1,224,224,3],[1,160,160,3]],"default_shape":[1,224,224,3],"type":"Image","bias":[-1,-1,-1],"scale":0.007843137255}}',
    );
    expect(card().getByText(/takes several shapes/u)).toBeVisible();
  });

  it('adds and removes shapes without losing the focus', async () => {
    const wizard = await open('{"input_1":{"shape":[[1,2],[1,3]]}}');
    await wizard.user.click(button('Add a shape'));
    expect(field('Shape 3')).toHaveFocus();
    await wizard.user.paste('[1, 4]');
    expect(preview()).toHaveTextContent('{"input_1":{"shape":[[1,2],[1,3],[1,4]]}}');
    await wizard.user.click(button('Remove shape 2 of input_1'));
    expect(field('Shape 2')).toHaveFocus();
    expect(field('Shape 2')).toHaveValue('1,4');
  });

  it('wants bias and scale of an image, with a button that gives them', async () => {
    const wizard = await open();
    await wizard.user.click(type('Image'));
    expect(field('Bias')).toBeRequired();
    await next(wizard);
    expect(screen.getAllByText(/is an Image and needs bias and scale as well/u).length).toBeGreaterThan(0);
    await wizard.user.click(screen.getByRole('button', { name: /^Use bias \[0,0,0\] and scale 1/u }));
    expect(field('Bias')).toHaveValue('0, 0, 0');
    expect(field('Scale')).toHaveValue('1');
  });

  it('says at the field what is no number', async () => {
    const wizard = await open('{"x":{"shape":[[1,2],[1,3]],"type":"Image","bias":[0],"scale":1}}');
    await fill(wizard, field('Scale'), 'half');
    await fill(wizard, field('Shape 2'), '1, x');
    await wizard.user.tab();
    expect(field('Scale')).toBeInvalid();
    expect(field('Scale')).toHaveAccessibleDescription(/The scale is a number/u);
    expect(field('Shape 2')).toHaveAccessibleDescription(/Shape 2 needs whole numbers/u);
  });

  it('is given as a list for PyTorch', async () => {
    const wizard = await open('{"input0":{"shape":[1,3,8,8]}}', 'PYTORCH');
    await wizard.user.click(screen.getByRole('radio', { name: 'List of shapes' }));
    expect(preview()).toHaveTextContent('[{"shape":[1,3,8,8]}]');
  });

  it('keeps what was said while the target is another', async () => {
    const draft = unreadDraft({
      framework: 'TENSORFLOW',
      device: 'coreml',
      text: '{"x":{"shape":[1,8],"type":"Image","bias":[0],"scale":1}}',
    });
    await openDraft({ ...draft, target: { ...draft.target, device: 'ml_m5' } });
    expect(screen.queryByRole('radiogroup', { name: 'Shape kind' })).toBeNull();
    expect(screen.getByText(/What one input says for Core ML is kept/u)).toBeVisible();
    expect(preview()).toHaveTextContent('{"x":[1,8]}');
  });
});
