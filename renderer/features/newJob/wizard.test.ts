import { expect, it } from 'vitest';
import type { Finding } from '../../../shared/api/finding.ts';
import { statusOfStep } from './stepStatus.ts';
import { firstInvalid, nextStep, previousStep, stepOf, stepOfField, wizardSteps } from './wizard.ts';

const finding = (path: Finding['path'], severity: Finding['severity'] = 'error'): Finding => ({
  rule: 'r',
  severity,
  path,
  message: 'm',
});

it('goes through the steps in order and ends', () => {
  expect(wizardSteps.map(({ id }) => nextStep(id)?.id)).toEqual(['inputs', 'target', 'output', 'review', undefined]);
  expect(previousStep('model')).toBeUndefined();
  expect(previousStep('review')?.id).toBe('output');
});

it('knows which step shows a field', () => {
  expect(stepOfField('inputs.2.dimensions.0.value').id).toBe('inputs');
  expect(stepOfField('inputs').id).toBe('inputs');
  expect(stepOfField('output.kmsKeyId').id).toBe('output');
  expect(stepOfField('version').id).toBe('review');
});

it('finds the first error in the order of the steps, not of the findings', () => {
  const findings = [finding(['output', 'roleArn']), finding(['model', 'source'], 'warning'), finding(['inputs', 0])];
  expect(firstInvalid(findings)).toMatchObject({ step: { id: 'inputs' }, field: 'inputs.0' });
  expect(firstInvalid([finding(['output', 'roleArn'], 'warning')])).toBeUndefined();
});

it('asks for attention only where the user has been', () => {
  const findings = [finding(['target', 'device'])];
  const status = (visited: 'target'[], left: 'target'[]) =>
    statusOfStep(stepOf('target'), findings, { visited: new Set(visited), left: new Set(left), failed: new Set([]) })
      .state;
  expect(status([], [])).toBe('notVisited');
  expect(status(['target'], [])).toBe('inProgress');
  expect(status(['target'], ['target'])).toBe('attention');
  const nowhere = { visited: new Set([]), left: new Set([]), failed: new Set([]) };
  expect(statusOfStep(stepOf('review'), findings, nowhere).state).toBe('waiting');
  expect(statusOfStep(stepOf('review'), [], nowhere).state).toBe('ready');
});
