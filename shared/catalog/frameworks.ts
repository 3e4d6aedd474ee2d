import { z } from 'zod';
import frameworksJson from './frameworks.json' with { type: 'json' };

const listedVersionsSchema = z.strictObject({
  /** As AWS prints them, oldest first; empty when AWS lists the framework without a version. */
  listed: z.array(z.string()),
  /** True where AWS prints "or earlier". */
  isOrEarlier: z.boolean(),
});
/** The versions of one framework in one support table of AWS. */
export type ListedVersions = z.infer<typeof listedVersionsSchema>;

const frameworkSchema = z.strictObject({
  id: z.string(),
  label: z.string(),
  /** Layout in which DataInputConfig wants rank-4 shapes; null where shapes have no layout. */
  layout: z.enum(['NCHW', 'NHWC']).nullable(),
  /** Layout of the model's file where DataInputConfig wants another one; null where the two agree. Source: failures.md 12. */
  fileLayout: z.enum(['NCHW', 'NHWC']).nullable(),
  /** Whether InputConfig may carry a FrameworkVersion. Source: InputConfig$FrameworkVersion. */
  takesFrameworkVersion: z.boolean(),
  /** By the id of the support table (`supportTables.json`); a table that is missing does not list the framework. */
  versions: z.record(z.string(), listedVersionsSchema),
  inputConfig: z.strictObject({
    need: z.enum(['required', 'notNeeded']),
    /** Framework version from which Neo derives DataInputConfig for cloud instances; null where it never does. */
    derivableFrom: z.string().nullable(),
    /** What the names in DataInputConfig mean, as a sentence for the form. */
    names: z.string(),
    /** Whether a list of shapes without names is allowed. */
    allowsList: z.boolean(),
    /** DataInputConfig as AWS prints it for one input. */
    example: z.string(),
  }),
  /** What model.tar.gz must hold, as a sentence for the form. */
  archiveRule: z.string(),
  /** What else AWS says about the framework. */
  notes: z.array(z.string()),
  /** Why the local runner does not compile it; null when it does. */
  localRefusal: z.string().nullable(),
});
/** A Framework of the API and what its models need. */
export type FrameworkEntry = z.infer<typeof frameworkSchema>;

/** Every Framework of the API. */
export const frameworks: readonly FrameworkEntry[] = z.array(frameworkSchema).parse(frameworksJson);

/** The framework of an id as the API spells it; undefined for those of the future. */
export function findFramework(id: string): FrameworkEntry | undefined {
  return frameworks.find((framework) => framework.id === id);
}
