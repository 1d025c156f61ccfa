/** Tokens of the verdict palette, false to true from vermilion to blue-green, never red against green alone. */
export const TONES = ["true", "mostly-true", "half", "mostly-false", "false", "off"] as const;
export type Tone = (typeof TONES)[number];

/** The tone of a claim without a verdict. */
export type HighlightTone = Tone | "open" | "skipped";
