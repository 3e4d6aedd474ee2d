import { stringShapes } from '../api/shapes.ts';

/** Any text as a part of a job name: letters, digits and single hyphens, no hyphen at either end. */
export function nameSlug(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[^a-zA-Z0-9]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '');
}

const twoDigits = (value: number) => String(value).padStart(2, '0');

/** `20261122-153000` in local time: sorts, and reads as a time. */
function timestamp(date: Date): string {
  const day = `${date.getFullYear()}${twoDigits(date.getMonth() + 1)}${twoDigits(date.getDate())}`;
  return `${day}-${twoDigits(date.getHours())}${twoDigits(date.getMinutes())}${twoDigits(date.getSeconds())}`;
}

/** `<model>-<target>-<timestamp>`, cut in the model's part so that it fits the API's 63 characters. */
export function generateJobName(model: string, target: string, date: Date): string {
  const ending = `-${[nameSlug(target), timestamp(date)].filter(Boolean).join('-')}`;
  const room = stringShapes.EntityName.max - ending.length;
  const opening = nameSlug((nameSlug(model) || 'model').slice(0, room));
  return `${opening}${ending}`;
}

/** The next free name: `job`, `job-2`, `job-3`, … cut to fit the API's limit. */
export function nextFreeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  const base = name.replace(/-\d{1,3}$/u, '');
  for (let count = 2; ; count += 1) {
    const ending = `-${count}`;
    const candidate = `${nameSlug(base.slice(0, stringShapes.EntityName.max - ending.length))}${ending}`;
    if (!taken.has(candidate)) return candidate;
  }
}
