import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { hasModel, type JobDraft } from '../../../shared/draft/jobDraft.ts';
import type { JobSnapshot } from '../../../shared/jobs/jobSnapshot.ts';
import { call } from '../../api/client.ts';
import { MODEL_STEP_PATH } from '../../app/paths.ts';
import { announce, toast } from '../../components/announcements.ts';

/** A question that waits for the user's answer. */
export type JobQuestion =
  { kind: 'delete'; job: JobSnapshot } | { kind: 'replaceDraft'; job: JobSnapshot; draft: JobDraft };

/** What can be done with jobs, and how it goes. */
export interface JobActions {
  stop(job: JobSnapshot): void;
  /** Opens the wizard with a job like this one; asks when that would replace an unfinished one. */
  clone(job: JobSnapshot): void;
  /** Asks, then deletes. */
  remove(job: JobSnapshot): void;
  showArtifact(job: JobSnapshot): void;
  /** Id of the job that is being stopped, cloned or deleted. */
  pending: { stop: string | null; clone: string | null; remove: string | null };
  question: JobQuestion | null;
  answer(isYes: boolean): void;
  /** Why the last action did not work. */
  failure: { title: string; error: Error } | null;
  dismissFailure(): void;
}

/** The actions on jobs. `onRemoved` is told when a job is gone. */
export function useJobActions(onRemoved: (job: JobSnapshot) => void): JobActions {
  const navigate = useNavigate();
  const [question, setQuestion] = useState<JobQuestion | null>(null);
  const [failure, setFailure] = useState<JobActions['failure']>(null);
  const watched = (verb: string) => ({
    onMutate: () => setFailure(null),
    onError: (error: Error, { name }: JobSnapshot) => setFailure({ title: `${name} was not ${verb}`, error }),
  });

  const openWizard = async (draft: JobDraft) => {
    await call('drafts.save', draft);
    await navigate(MODEL_STEP_PATH);
  };
  const stop = useMutation({
    ...watched('stopped'),
    mutationFn: ({ id }: JobSnapshot) => call('jobs.stop', { id }),
    onSuccess: (_, { name }) => announce(`Stopping ${name}`),
  });
  const clone = useMutation({
    ...watched('cloned'),
    mutationFn: async (job: JobSnapshot) => {
      const [draft, unfinished] = await Promise.all([call('jobs.clone', { id: job.id }), call('drafts.load')]);
      if (unfinished && hasModel(unfinished)) setQuestion({ kind: 'replaceDraft', job, draft });
      else await openWizard(draft);
    },
  });
  const replaceDraft = useMutation({
    ...watched('cloned'),
    mutationFn: ({ draft }: JobSnapshot & { draft: JobDraft }) => openWizard(draft),
  });
  const remove = useMutation({
    ...watched('deleted'),
    mutationFn: ({ id }: JobSnapshot) => call('jobs.delete', { id }),
    onSuccess: (_, job) => {
      toast(`${job.name} was deleted`);
      onRemoved(job);
    },
  });
  const showArtifact = useMutation({
    onMutate: () => setFailure(null),
    mutationFn: ({ id }: JobSnapshot) => call('jobs.showArtifact', { id }),
    onError: (error: Error) => setFailure({ title: 'The artifact could not be shown', error }),
  });

  const pendingId = ({ isPending, variables }: { isPending: boolean; variables: JobSnapshot | undefined }) =>
    isPending ? (variables?.id ?? null) : null;
  return {
    stop: (job) => stop.mutate(job),
    clone: (job) => clone.mutate(job),
    remove: (job) => setQuestion({ kind: 'delete', job }),
    showArtifact: (job) => showArtifact.mutate(job),
    pending: { stop: pendingId(stop), clone: pendingId(clone), remove: pendingId(remove) },
    question,
    answer: (isYes) => {
      setQuestion(null);
      if (!isYes || !question) return;
      if (question.kind === 'delete') remove.mutate(question.job);
      else replaceDraft.mutate({ ...question.job, draft: question.draft });
    },
    failure,
    dismissFailure: () => setFailure(null),
  };
}
