/** Opens a page anew, so that nothing of the one before stays in memory. Never resolves: its caller stays busy until the page is gone. */
export function leaveFor(path: string): Promise<never> {
  window.location.assign(path);
  return new Promise(() => undefined);
}
