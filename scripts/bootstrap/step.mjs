/** An expected failure: one sentence for the person at the terminal, and exit code 1. */
export class Refusal extends Error {}

/**
 * Do one step of a start and say how long it took. `work` returns what to add to the line, or false when there was nothing to do.
 * @param {string} doing as in "Installing packages"
 * @param {() => Promise<string | false | void>} work
 */
export async function step(doing, work) {
  const began = performance.now();
  const seconds = () => ((performance.now() - began) / 1000).toFixed(1);
  const live = process.stdout.isTTY;
  let shown = false;
  const show = () => {
    if (live) process.stdout.write(`\r  … ${doing} (${seconds()} s)`);
    else if (!shown) console.log(`  … ${doing}`);
    shown = true;
  };
  // A step that has nothing to do ends before anything is shown.
  const first = setTimeout(show, 400);
  const ticker = live ? setInterval(show, 1000) : undefined;
  try {
    const note = await work();
    if (note === false && !shown) return;
    if (live && shown) process.stdout.write("\r\u001b[K");
    console.log(`  ✓ ${doing}${note ? `: ${note}` : ""} (${seconds()} s)`);
  } catch (error) {
    if (live && shown) process.stdout.write("\r\u001b[K");
    console.error(`  ✗ ${doing} (${seconds()} s)`);
    throw error;
  } finally {
    clearTimeout(first);
    clearInterval(ticker);
  }
}

/** Run the whole of a script; a refusal becomes its sentence, anything else its stack, both exit code 1. */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof Refusal ? `\n${error.message}` : error);
    process.exit(1);
  }
}
