/** Each worker has a server and a demo of its own: what one test leaves behind is met only by those after it, whatever goes on beside it. */
const ports = (process.env["ASSAY_E2E_PORTS"] ?? "").split(",");

/** The address of a worker's server, by the worker's `parallelIndex`. */
export const addressOf = (parallelIndex: number) => `http://localhost:${ports[parallelIndex] ?? ""}`;

/** Waits until the server at the address can be asked, at most two and a half minutes. Playwright itself waits for the first only. */
export async function serverAnswers(address: string): Promise<void> {
  const end = Date.now() + 150_000;
  for (;;) {
    const ready = await fetch(`${address}/api/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    if (Date.now() > end) throw new Error(`Nothing answers at ${address}.`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
