import type { Marked } from "./surface";

/** Milliseconds. */
export interface Timing {
  /** From the call to the frame that shows it. */
  shown: number;
  /** The longest task in between. */
  longest: number;
}

declare global {
  interface Window {
    timeDrawing: (before: readonly Marked[], marks: readonly Marked[]) => Promise<Timing>;
  }
}

/** Draws the marks (or, where some are there before, adds the one), in the page of the system. */
window.timeDrawing = async (before, marks) => {
  if (before.length > 0) {
    window.surface.show(before);
    await untilDrawn(before.length);
    await rest();
  }
  let longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  }).observe({ type: "longtask" });
  await frame();

  const start = performance.now();
  if (before.length > 0 && marks[0]) window.surface.add(marks[0]);
  else window.surface.show(marks);
  await untilDrawn(before.length + marks.length);
  await handedOver();
  const shown = performance.now() - start;
  await rest();
  return { shown, longest };
};

/** Until the frame in which as many marks are drawn; the clock starts in a frame, which may be the one. */
async function untilDrawn(count: number): Promise<void> {
  while (!window.surface.drawn(count)) await frame();
}

function frame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve()));
}

/** After a frame's callbacks the page is laid out and painted, and then comes the next task. */
function handedOver(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port2.onmessage = () => resolve();
    port1.postMessage(null);
  });
}

/** Until nothing is left to do, twice: the first may be between two steps. */
async function rest(): Promise<void> {
  for (let times = 0; times < 2; times += 1) await new Promise((resolve) => requestIdleCallback(resolve));
}
