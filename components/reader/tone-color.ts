import type { HighlightTone } from "@/lib/domain/scale";

/** The design token of each tone, for what is drawn by script. */
export const TONE_TOKEN: Record<HighlightTone, `--${string}`> = {
  true: "--true",
  "mostly-true": "--mostly-true",
  half: "--half",
  "mostly-false": "--mostly-false",
  false: "--false",
  off: "--off",
  open: "--open",
  skipped: "--line-3",
};
