import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { resolve } from 'node:path';

const root = import.meta.dirname;

/** Electron 25 (Node 18, Chromium 114) is the oldest runtime the app runs on: see docs/electron-runtime.md. */
const NODE_TARGET = 'node18';
const CHROMIUM_TARGET = 'chrome114';

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      target: NODE_TARGET,
      sourcemap: true,
      externalizeDeps: true,
      rollupOptions: {
        // One bundle per process: the shell, and the two processes that it forks.
        input: {
          index: resolve(root, 'electron/main/index.ts'),
          compileProcess: resolve(root, 'electron/compiler/compileProcess.ts'),
          inspectProcess: resolve(root, 'electron/models/inspectProcess.ts'),
        },
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      target: NODE_TARGET,
      sourcemap: true,
      rollupOptions: {
        input: { index: resolve(root, 'electron/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'renderer'),
    plugins: [react()],
    build: {
      outDir: resolve(root, 'out/renderer'),
      target: CHROMIUM_TARGET,
      sourcemap: true,
      rollupOptions: { input: { index: resolve(root, 'renderer/index.html') } },
    },
  },
});
