"use client";

import { Fragment } from "react";
import { Checkbox } from "./checkbox";
import { Dialog } from "./dialog";
import { Kbd } from "./kbd";
import { useSingleKeys } from "./keyboard";

export interface ShortcutGroup {
  heading: string;
  /** Several chords in `keys` are alternatives, or a range when `range` is set ("1" to "9"). */
  items: readonly { keys: readonly string[]; label: string; range?: boolean }[];
}

interface ShortcutSheetProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  groups: readonly ShortcutGroup[];
}

/** All shortcuts of a screen, and the switch for single keys. */
export function ShortcutSheet({ open, onOpenChange, groups }: ShortcutSheetProps) {
  const [singleKeys, setSingleKeys] = useSingleKeys();
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Keyboard" size="lg">
      <div className="columns-1 gap-10 sm:columns-2">
        {groups.map((group) => (
          <section key={group.heading} className="mb-5 break-inside-avoid">
            <h3 className="eyebrow mb-1.5">{group.heading}</h3>
            <dl className="grid gap-px">
              {group.items.map((item) => (
                <div key={item.label} className="flex min-h-7 items-center justify-between gap-4">
                  <dt className="text-sm text-ink-2">{item.label}</dt>
                  <dd className="flex items-center gap-1">
                    {item.keys.map((keys, index) => (
                      <Fragment key={keys}>
                        {item.range && index > 0 && <span className="text-xs text-ink-3">to</span>}
                        <Kbd keys={keys} className="max-sm:inline-flex!" />
                      </Fragment>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <div className="mt-4 border-t border-line pt-4">
        <Checkbox
          label="Shortcuts of a single key"
          hint="Switch them off if you dictate, or if keys are pressed by accident. Those with Ctrl or ⌘ stay."
          checked={singleKeys}
          onChange={(event) => setSingleKeys(event.target.checked)}
        />
      </div>
    </Dialog>
  );
}
