import { createFakeBridge } from './fakeBridge.ts';
import { scenes } from './scenes.ts';

/*
 * The real page on the fake bridge, to look at in a browser: `npx vite renderer`, then
 * http://localhost:5173/testing/preview.html?scene=few#/jobs. Scenes are in scenes.ts; the product does not have this.
 */
const parameters = new URLSearchParams(window.location.search);
const world = scenes[parameters.get('scene') ?? 'few']?.() ?? {};
const appearance = parameters.get('theme') === 'dark' ? 'dark' : 'light';

window.edgewright = createFakeBridge({ appearance, ...world });
void import('../main.tsx');
