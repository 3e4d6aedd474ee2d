import { draftForEndpoint, type EndpointDefaults } from './draftForEndpoint.ts';
import type { DraftTemplate } from './draftTemplate.ts';
import { withGeneratedName } from './generatedName.ts';
import { hasModel, type JobDraft } from './jobDraft.ts';
import { withOwnOutputLocation } from './outputLocation.ts';

/** What a template meets when it is used. */
export interface TemplatePlace {
  /** Where jobs can go; the template's own endpoint counts when it is one of them, else the draft's stays. */
  endpoints: readonly EndpointDefaults[];
  /** For the generated name. */
  now: Date;
}

/** A draft's model stays with its inputs; a framework version belongs to its framework. */
function modelOf(template: JobDraft, current: JobDraft): Pick<JobDraft, 'model' | 'inputs' | 'dataInputConfig'> {
  const { model, inputs, dataInputConfig } = hasModel(current) ? current : template;
  const isSameFramework = model.framework === template.model.framework;
  return {
    model: isSameFramework ? { ...model, frameworkVersion: template.model.frameworkVersion } : model,
    inputs,
    dataInputConfig,
  };
}

/** A name is one job's: it never comes from the template. */
function nameOf({ output }: JobDraft): Pick<JobDraft['output'], 'compilationJobName' | 'nameIsGenerated'> {
  const { compilationJobName, nameIsGenerated } = output;
  return { compilationJobName, nameIsGenerated: nameIsGenerated || compilationJobName.trim() === '' };
}

/**
 * A draft begun with a template: its target with the options, its output settings, framework version and endpoint.
 * Model, inputs and a typed name of the current draft stay; without a model those of the template come.
 */
export function draftFromTemplate(
  { draft: template }: Pick<DraftTemplate, 'draft'>,
  current: JobDraft,
  { endpoints, now }: TemplatePlace,
): JobDraft {
  const find = (id: string) => endpoints.find((endpoint) => endpoint.id === id);
  const own = find(template.endpointId);
  const endpoint = own ?? find(current.endpointId);
  const next: JobDraft = {
    ...template,
    ...modelOf(template, current),
    output: { ...template.output, ...nameOf(current) },
  };
  // What the template's lost endpoint had filled in is not known any more: its role and location count as typed.
  const placed =
    own || !endpoint ? next : draftForEndpoint(next, { id: template.endpointId, bucket: '', roleArn: '' }, endpoint);
  return withOwnOutputLocation(withGeneratedName(placed, now), endpoint?.bucket ?? '');
}
