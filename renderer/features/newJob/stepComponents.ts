import type { ComponentType } from 'react';
import type { StepId } from './stepIds.ts';
import { InputsStep } from './steps/inputs/InputsStep.tsx';
import { ModelStep } from './steps/model/ModelStep.tsx';
import { OutputStep } from './steps/output/OutputStep.tsx';
import { ReviewStep } from './steps/review/ReviewStep.tsx';
import { TargetStep } from './steps/target/TargetStep.tsx';

/** What each step shows: a module with its own fields. Apart from `wizard.ts`, which the steps themselves read. */
export const stepComponents: Readonly<Record<StepId, ComponentType>> = {
  model: ModelStep,
  inputs: InputsStep,
  target: TargetStep,
  output: OutputStep,
  review: ReviewStep,
};
