/**
 * What Chromium complains about on a machine without a desktop: no session bus, no graphics card. All of it is harmless,
 * and it would bury the app's own words.
 */
const HARMLESS = [
  /:ERROR:(dbus\/)?(bus|object_proxy)\.cc/,
  /:ERROR:[\w/]*(viz_main_impl|command_buffer_proxy_impl|gl_display|gl_surface_presentation_helper)\.cc/,
  /:WARNING:[\w/]*(vaapi_wrapper|bluez_dbus_manager|gpu_memory_buffer_support_x11)\.cc/,
];

/** Whether a line on Electron's standard error says nothing that anyone needs to know. */
export function isChromiumNoise(line: string): boolean {
  return HARMLESS.some((pattern) => pattern.test(line));
}
