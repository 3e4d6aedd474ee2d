import { expect, it } from 'vitest';
import { isChromiumNoise } from './chromiumNoise.ts';

it.each([
  '[6900:1122/040941.849724:ERROR:bus.cc(399)] Failed to connect to the bus: Failed to connect to socket',
  '[6900:1122/040941.849724:ERROR:dbus/bus.cc:408] Failed to connect to the bus',
  '[6925:1122/040942.296041:ERROR:viz_main_impl.cc(186)] Exiting GPU process due to errors during initialization',
  '[1:1/1.1:ERROR:components/viz/service/main/viz_main_impl.cc:189] Exiting GPU process',
])('is noise: %s', (line) => {
  expect(isChromiumNoise(line)).toBe(true);
});

it.each([
  'Error: ENOENT: no such file or directory',
  '[6900:1122/040941.8:FATAL:setuid_sandbox_host.cc(158)] The SUID sandbox helper binary was found, but is not configured',
  '[6900:1122/040941.8:ERROR:CONSOLE(1)] "Uncaught (in promise)", source: app://edgewright/',
  '',
])('is not noise: %s', (line) => {
  expect(isChromiumNoise(line)).toBe(false);
});
