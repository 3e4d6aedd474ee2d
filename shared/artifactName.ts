import { targetSlug, type RequestTarget } from './catalog/catalog.ts';
import { baseNameOfS3Uri } from './s3Uri.ts';

/**
 * Name of a job's artifact: `model-ml_m5.tar.gz` of `model.tar.gz`, `model-LINUX_ARM64_NVIDIA.tar.gz` for a platform.
 * Source: getting-started guide, `output/{model}-{target_device}.tar.gz`.
 */
export function artifactName(archiveUri: string, target: RequestTarget): string {
  const base = baseNameOfS3Uri(archiveUri).replace(/\.(?:tar\.gz|tgz|tar|gz)$/u, '');
  return `${base || 'model'}-${targetSlug(target)}.tar.gz`;
}
