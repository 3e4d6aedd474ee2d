import { z } from 'zod';
import { describeCompilationJobResponseSchema, type DescribeCompilationJobResponse } from '../api/compilationJob.ts';
import { hasEnded } from '../api/compilationJobStatus.ts';
import { targetInWords } from '../catalog/catalog.ts';

/** One job as the app knows it: where it lives, and the newest answer of Describe (times in epoch seconds). */
export const jobSnapshotSchema = z.object({
  /** `<endpointId>/<name>`: unique in the app. */
  id: z.string(),
  endpointId: z.string(),
  name: z.string(),
  status: z.string(),
  description: describeCompilationJobResponseSchema,
});
export type JobSnapshot = z.infer<typeof jobSnapshotSchema>;

export function jobId(endpointId: string, name: string): string {
  return `${endpointId}/${name}`;
}

export function jobSnapshot(endpointId: string, description: DescribeCompilationJobResponse): JobSnapshot {
  const { CompilationJobName: name, CompilationJobStatus: status } = description;
  return { id: jobId(endpointId, name), endpointId, name, status, description };
}

/** The target as people call it. */
export function targetOfJob({ description: { OutputConfig } }: JobSnapshot): string {
  return targetInWords(OutputConfig);
}

/** Times of a job in ms since the epoch. */
export interface JobTimes {
  created: number;
  started: number | null;
  ended: number | null;
}

const milliseconds = (seconds: number | undefined) => (seconds === undefined ? null : seconds * 1000);

export function timesOfJob({ description }: JobSnapshot): JobTimes {
  return {
    created: description.CreationTime * 1000,
    started: milliseconds(description.CompilationStartTime),
    ended: milliseconds(description.CompilationEndTime),
  };
}

/** How long the job has run, in ms: from its start to its end, or to `now` while it runs; null before it starts. */
export function runtimeOfJob(job: JobSnapshot, now: number): number | null {
  const { started, ended } = timesOfJob(job);
  if (started === null) return null;
  if (ended !== null) return Math.max(0, ended - started);
  return hasEnded(job.status) ? null : Math.max(0, now - started);
}
