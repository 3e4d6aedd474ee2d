import { useEffect, useState } from 'react';

const load = () => import('../../../../../shared/export/exportRequest.ts');
type Exporter = Awaited<ReturnType<typeof load>>;

/** The writers of all export formats, in a chunk of their own; null until they are there. */
export function useExporter(): Exporter | null {
  const [exporter, setExporter] = useState<Exporter | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void load().then((loaded) => isCurrent && setExporter(loaded));
    return () => {
      isCurrent = false;
    };
  }, []);
  return exporter;
}
