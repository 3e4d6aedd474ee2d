import { errorFinding, warningFinding, type RequestRule } from './rule.ts';

const path = ['StoppingCondition', 'MaxWaitTimeInSeconds'];
const seconds = (count: number) => count.toLocaleString('en-US');

/** Source: StoppingCondition$MaxWaitTimeInSeconds, "must be equal to or greater than MaxRuntimeInSeconds". */
export const waitCoversRuntime: RequestRule = ({ StoppingCondition }) => {
  const { MaxRuntimeInSeconds: runtime, MaxWaitTimeInSeconds: wait } = StoppingCondition;
  if (runtime === undefined || wait === undefined || wait >= runtime) return [];
  return [
    errorFinding(
      'stoppingCondition.wait',
      path,
      `The wait limit of ${seconds(wait)} seconds is below the time limit of ${seconds(runtime)} seconds; it must be at least as long.`,
      'MaxWaitTimeInSeconds must be equal to or greater than MaxRuntimeInSeconds.',
      { label: `Set it to ${seconds(runtime)} seconds`, edits: [{ path, value: runtime }] },
    ),
  ];
};

/** The SDK's old default of 3 minutes made jobs time out (failures.md 61); the API recommends to start with 900. */
const SHORT_SECONDS = 300;

export const timeIsEnough: RequestRule = ({ StoppingCondition: { MaxRuntimeInSeconds: runtime } }) => {
  if (runtime === undefined || runtime < 1 || runtime >= SHORT_SECONDS) return [];
  const at = ['StoppingCondition', 'MaxRuntimeInSeconds'];
  const message = `${seconds(runtime)} seconds are little: jobs end with TimeOut. AWS recommends to start with 900 seconds.`;
  return [
    warningFinding('stoppingCondition.short', at, message, {
      label: 'Use 900 seconds',
      edits: [{ path: at, value: 900 }],
    }),
  ];
};

/** Source: the same text, "a managed Spot training job has to complete"; compilation jobs are none. */
export const waitIsForSpot: RequestRule = ({ StoppingCondition }) => {
  if (StoppingCondition.MaxWaitTimeInSeconds === undefined) return [];
  const message = 'The wait limit is for managed Spot training; a compilation job does not use it.';
  return [warningFinding('stoppingCondition.spotOnly', path, message, { label: 'Leave it out', edits: [{ path }] })];
};
