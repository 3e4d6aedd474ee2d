import { z } from 'zod';
import { createCompilationJobRequestSchema } from '../api/compilationJob.ts';
import { manifestSchema } from '../compile/manifest.ts';
import { draftTemplateSchema } from '../draft/draftTemplate.ts';
import { jobDraftSchema } from '../draft/jobDraft.ts';
import { openDraftSchema } from '../draft/storedDraft.ts';
import { appErrorDataSchema } from '../errors/appError.ts';
import { jobSnapshotSchema } from '../jobs/jobSnapshot.ts';
import { modelSourceSchema, modelSummarySchema } from '../models/modelSummary.ts';
import { route } from './contract.ts';

const nothing = z.void();
const jobRef = z.object({ id: z.string() });

export const appearanceSchema = z.enum(['system', 'light', 'dark']);
export type Appearance = z.infer<typeof appearanceSchema>;

export const appInfoSchema = z.object({
  version: z.string(),
  electronVersion: z.string(),
  platform: z.string(),
  /** Set when the app runs on the stand-in Electron of a machine that cannot fetch the official one. */
  isTrialRuntime: z.boolean(),
});
export type AppInfo = z.infer<typeof appInfoSchema>;

export const sampleSchema = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string(),
  licence: z.string(),
});
export type Sample = z.infer<typeof sampleSchema>;

/** An endpoint as the renderer knows it: no key, no token. */
export const endpointStatusSchema = z.object({
  id: z.string(),
  label: z.string(),
  kind: z.enum(['local', 'aws']),
  /** `disconnected`: requests can be built and exported for it, but not sent. */
  state: z.enum(['starting', 'ready', 'failed', 'disconnected']),
  error: appErrorDataSchema.nullable(),
  endpointUrl: z.string().nullable(),
  region: z.string().nullable(),
  accountId: z.string().nullable(),
  /** Folder that holds the objects of `s3://`. */
  objectsDirectory: z.string().nullable(),
  /** Shared-credentials file for AWS CLI and SDKs. */
  credentialsFile: z.string().nullable(),
  /** What a new draft starts with there. */
  bucket: z.string(),
  roleArn: z.string(),
});
export type EndpointStatus = z.infer<typeof endpointStatusSchema>;

/** The visible states of a submission, in order. */
export const SUBMISSION_PHASES = ['checking', 'uploading', 'creating', 'watching'] as const;
export const submissionProgressSchema = z.object({
  submissionId: z.string(),
  phase: z.enum(SUBMISSION_PHASES),
  /** Bytes, counted while uploading; null in the other phases. */
  bytesDone: z.number().nullable(),
  bytesTotal: z.number().nullable(),
});
export type SubmissionProgress = z.infer<typeof submissionProgressSchema>;

export const requestPreviewSchema = z.object({
  request: createCompilationJobRequestSchema,
});
export type RequestPreview = z.infer<typeof requestPreviewSchema>;

export const artifactSchema = z.object({
  /** Absolute path on this machine. */
  path: z.string(),
  sizeBytes: z.number(),
  entries: z.array(z.object({ name: z.string(), sizeBytes: z.number() })),
  /** Null when the artifact was not made by the local runner. */
  manifest: manifestSchema.nullable(),
});
export type Artifact = z.infer<typeof artifactSchema>;

/** Every call that the renderer can make. A call is added here, and in `electron/services/handlers.ts`. */
export const routes = {
  'app.info': route(nothing, appInfoSchema),
  'app.openExternal': route(z.object({ url: z.string() }), nothing),
  'settings.getAppearance': route(nothing, appearanceSchema),
  'settings.setAppearance': route(appearanceSchema, nothing),
  'endpoints.list': route(nothing, z.array(endpointStatusSchema)),
  'endpoints.restart': route(z.object({ endpointId: z.string() }), nothing),
  'models.samples': route(nothing, z.array(sampleSchema)),
  /** Opens the file dialog; null when the user cancels. */
  'models.pick': route(nothing, z.string().nullable()),
  'models.inspect': route(z.object({ source: modelSourceSchema }), modelSummarySchema),
  'drafts.load': route(nothing, openDraftSchema.nullable()),
  'drafts.save': route(openDraftSchema, nothing),
  'drafts.discard': route(nothing, nothing),
  /** Newest first. */
  'templates.list': route(nothing, z.array(draftTemplateSchema)),
  /** Saves under a name; a template of the same name is replaced. Answers with all templates. */
  'templates.save': route(z.object({ name: z.string(), draft: jobDraftSchema }), z.array(draftTemplateSchema)),
  'templates.delete': route(z.object({ id: z.string() }), z.array(draftTemplateSchema)),
  /** Asks where, and writes the text there whole; the path, or null when the user cancels. */
  'exports.save': route(z.object({ fileName: z.string(), text: z.string() }), z.string().nullable()),
  /** The exact request of a draft; puts the model where the request says it is, so that its exports work as they are. */
  'jobs.preview': route(jobDraftSchema, requestPreviewSchema),
  'jobs.submit': route(z.object({ submissionId: z.string(), draft: jobDraftSchema }), jobRef),
  'jobs.cancelSubmission': route(z.object({ submissionId: z.string() }), nothing),
  'jobs.list': route(nothing, z.array(jobSnapshotSchema)),
  'jobs.stop': route(jobRef, nothing),
  'jobs.delete': route(jobRef, nothing),
  /** The draft that would make the same job again, under a free name. */
  'jobs.clone': route(jobRef, jobDraftSchema),
  'jobs.artifact': route(jobRef, artifactSchema),
  'jobs.showArtifact': route(jobRef, nothing),
} as const;
export type Routes = typeof routes;
export type RouteName = keyof Routes;
export type RouteInput<Name extends RouteName> = z.infer<Routes[Name]['input']>;
export type RouteOutput<Name extends RouteName> = z.infer<Routes[Name]['output']>;

/** What main tells the renderer unasked. */
export const events = {
  /** Jobs that changed or appeared, and ids of those that are gone. */
  'jobs.changed': z.object({ changed: z.array(jobSnapshotSchema), removed: z.array(z.string()) }),
  'endpoints.changed': z.array(endpointStatusSchema),
  'submission.progress': submissionProgressSchema,
  /** A menu item or accelerator that the page acts on. */
  'menu.command': z.enum(['newJob', 'openModel', 'importRequest', 'showJobs', 'showSettings', 'findJob']),
} as const;
export type Events = typeof events;
export type EventName = keyof Events;
export type EventPayload<Name extends EventName> = z.infer<Events[Name]>;
