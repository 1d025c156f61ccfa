"use client";

import { useSyncExternalStore } from "react";
import { useDesk } from "@/components/desk/desk-context";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Kbd } from "@/components/ui/kbd";
import { useSingleKeys } from "@/components/ui/keyboard";
import { Segmented } from "@/components/ui/segmented";
import { useTheme } from "@/components/ui/use-theme";

const THEMES = [
  { value: "system", label: "As the system" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
] as const;

const never = () => () => undefined;

/** The look and the keys, as this browser remembers them. */
export function Preferences() {
  const { openKeys } = useDesk();
  const { theme, setTheme } = useTheme();
  const [singleKeys, setSingleKeys] = useSingleKeys();
  // The server cannot know the theme: the choice shows once the page is alive.
  const alive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return (
    <div className="grid max-w-sm gap-5">
      <Field label="Theme">
        <Segmented options={THEMES} value={alive ? theme : null} onChange={setTheme} />
      </Field>
      <Checkbox
        label="Shortcuts of a single key"
        hint="Switch them off if you dictate, or if keys are pressed by accident. Those with Ctrl or ⌘ stay."
        checked={singleKeys}
        onChange={(event) => setSingleKeys(event.target.checked)}
      />
      <div>
        <Button onClick={openKeys}>
          All shortcuts <Kbd keys="?" />
        </Button>
      </div>
    </div>
  );
}
