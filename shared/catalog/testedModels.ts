import { z } from 'zod';
import { isSamePlatform } from './targetTranslation.ts';
import { targetPlatformJsonSchema, type RequestTarget } from './targets.ts';
import testedModelsJson from './testedModels.json' with { type: 'json' };

const testedModelsSchema = z.strictObject({
  source: z.string(),
  /** AWS names its test devices loosely; each entry says which targets of the API a column stands for, and why. */
  columns: z.array(
    z.strictObject({
      name: z.string(),
      devices: z.array(z.string()),
      platforms: z.array(targetPlatformJsonSchema),
      note: z.string().nullable(),
    }),
  ),
  tables: z.array(
    z.strictObject({
      name: z.string(),
      framework: z.string(),
      /** What tells the models of a table from those of the framework's other table. */
      kind: z.string().nullable(),
      /** Model → the columns in which AWS ticked it. */
      models: z.record(z.string(), z.array(z.string())),
    }),
  ),
});

/** AWS's tables of tested models; the data of `testedModelsOf`. */
export const testedModels = testedModelsSchema.parse(testedModelsJson);

type TestedColumn = (typeof testedModels.columns)[number];

/** The column of AWS's tables that stands for a target; undefined when AWS tested nothing like it. */
export function testedColumnOf({ TargetDevice, TargetPlatform }: RequestTarget): TestedColumn | undefined {
  return testedModels.columns.find(({ devices, platforms }) =>
    TargetDevice
      ? devices.includes(TargetDevice)
      : TargetPlatform && platforms.some((platform) => isSamePlatform(platform, TargetPlatform)),
  );
}

/** The models of a framework that AWS compiled and ran on a target; "not a comprehensive list". */
export function testedModelsOf(framework: string, target: RequestTarget): string[] {
  const column = testedColumnOf(target);
  if (!column) return [];
  return testedModels.tables
    .filter((table) => table.framework === framework)
    .flatMap(({ kind, models }) =>
      Object.entries(models)
        .filter(([, columns]) => columns.includes(column.name))
        .map(([model]) => (kind ? `${model} (${kind})` : model)),
    );
}
