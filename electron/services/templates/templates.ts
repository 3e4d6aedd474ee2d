import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { draftTemplateSchema, isSameTemplateName, type DraftTemplate } from '../../../shared/draft/draftTemplate.ts';
import type { JobDraft } from '../../../shared/draft/jobDraft.ts';
import { AppError } from '../../../shared/errors/appError.ts';
import { jsonFile } from '../persistence/jsonFile.ts';

/** Drafts saved under a name, in `templates.json`. Every call answers with all of them, newest first. */
export interface Templates {
  list(): Promise<DraftTemplate[]>;
  /** A template of the same name, whatever its case, is replaced. @throws {AppError} when the name is blank */
  save(name: string, draft: JobDraft): Promise<DraftTemplate[]>;
  delete(id: string): Promise<DraftTemplate[]>;
}

/** Saves behind each other, so that two at once both stay. */
export function createTemplates(userData: string): Templates {
  const file = jsonFile(join(userData, 'templates.json'), z.array(draftTemplateSchema));
  let last: Promise<unknown> = Promise.resolve();
  const change = (edit: (templates: DraftTemplate[]) => DraftTemplate[]): Promise<DraftTemplate[]> => {
    const result = last.then(async () => {
      const templates = edit((await file.read()) ?? []);
      await file.write(templates);
      return templates;
    });
    last = result.catch(() => undefined);
    return result;
  };
  return {
    list: async () => (await file.read()) ?? [],
    save: async (typedName, draft) => {
      const name = typedName.trim();
      if (name === '') throw new AppError({ kind: 'validation', message: 'Give the template a name.' });
      const template = { id: randomUUID(), name, savedAtMs: Date.now(), draft };
      return change((templates) => [template, ...templates.filter((other) => !isSameTemplateName(other.name, name))]);
    },
    delete: (id) => change((templates) => templates.filter((template) => template.id !== id)),
  };
}
