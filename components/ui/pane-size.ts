/** What a separator's key does to the size (in pixels) of the pane it belongs to; null for keys that are not its own. */
export function sizeAfterKey(
  key: string,
  size: number,
  { min, max, growKey }: { min: number; max: number; growKey: "ArrowLeft" | "ArrowRight" },
): number | null {
  const shrinkKey = growKey === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
  const next: Partial<Record<string, number>> = { [growKey]: size + STEP, [shrinkKey]: size - STEP, Home: min, End: max };
  const wanted = next[key];
  return wanted === undefined ? null : clampSize(wanted, min, max);
}

/** A stored size made sound: a whole number within the limits, or the default. */
export function storedSize(stored: string | null, { min, max, initial }: { min: number; max: number; initial: number }): number {
  const size = Number(stored);
  return stored === null || !Number.isFinite(size) ? initial : clampSize(size, min, max);
}

/** The nearest whole size within the limits. */
export function clampSize(size: number, min: number, max: number): number {
  return Math.round(Math.min(max, Math.max(min, size)));
}

const STEP = 16;
