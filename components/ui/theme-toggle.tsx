"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { IconButton } from "./button";
import { Menu, MenuRadio } from "./menu";
import { useTheme } from "./use-theme";

const OPTIONS = [
  { value: "system", label: "As the system", icon: <Monitor size={14} /> },
  { value: "light", label: "Light", icon: <Sun size={14} /> },
  { value: "dark", label: "Dark", icon: <Moon size={14} /> },
] as const;

/** Which of the icons shows is decided by the style sheet, so that server and page agree. */
export function ThemeToggle() {
  const { theme, setTheme } = useTheme();
  const icon = (
    <>
      <Sun aria-hidden size={16} className="dark:hidden" />
      <Moon aria-hidden size={16} className="not-dark:hidden" />
    </>
  );
  return (
    <Menu align="end" trigger={<IconButton label="Theme" icon={icon} />}>
      <MenuRadio value={theme} onChange={setTheme} options={OPTIONS} />
    </Menu>
  );
}
