/** A name cut in its middle, where names differ least: `p2o.Dyn…sion.0`. */
export function shortened(name: string, characters: number): string {
  if (name.length <= characters) return name;
  const tail = Math.floor((characters - 1) / 2);
  return `${name.slice(0, characters - 1 - tail)}…${name.slice(-tail)}`;
}
