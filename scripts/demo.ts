import { join } from 'node:path';
import { runScript } from './console.ts';
import { runWithElectron } from './e2e.ts';
import { PROJECT_ROOT } from './projectPaths.ts';

// npm run demo: the real app, driven like a user; everything lands in demo-output/.
await runScript(() => runWithElectron([join(PROJECT_ROOT, 'e2e', 'demo.ts')]));
