"use client";

import { useSyncExternalStore } from "react";
import { cx } from "./cx";

const never = () => () => undefined;
const onApple = () => /Mac|iPhone|iPad/.test(navigator.userAgent);

const NAMES: Record<string, [apple: string, other: string]> = {
  mod: ["⌘", "Ctrl"],
  alt: ["⌥", "Alt"],
  shift: ["⇧", "Shift"],
  enter: ["↵", "Enter"],
  escape: ["Esc", "Esc"],
  arrowup: ["↑", "↑"],
  arrowdown: ["↓", "↓"],
  arrowleft: ["←", "←"],
  arrowright: ["→", "→"],
};

interface KbdProps {
  /** One chord: "j", "mod+k", "shift+[". */
  keys: string;
  /** Takes the colours of what it stands on, as in a coloured button. */
  plain?: boolean;
  className?: string;
}

/** A key chord in the words of the reader's machine. The server cannot know it and says Ctrl; the page corrects itself. Hidden where there is only touch, and where there is little room. */
export function Kbd({ keys, plain = false, className }: KbdProps) {
  const apple = useSyncExternalStore(never, onApple, () => false);
  const parts = keys.split("+").map((part) => {
    const name = NAMES[part.toLowerCase()];
    if (name) return apple ? name[0] : name[1];
    return part.length === 1 ? part.toUpperCase() : part;
  });
  return (
    <kbd
      dir="ltr"
      className={cx(
        "inline-flex h-4.5 min-w-4.5 shrink-0 items-center justify-center rounded-[4px] border border-b-2 px-1 font-ui text-2xs/3 font-medium whitespace-nowrap pointer-coarse:hidden max-sm:hidden",
        plain ? "border-current/40 bg-transparent text-inherit" : "border-line-2 bg-surface text-ink-3",
        className,
      )}
    >
      {parts.join(apple ? "" : "+")}
    </kbd>
  );
}
