"use client";

import { Command } from "cmdk";
import { Search } from "lucide-react";
import { Dialog } from "radix-ui";
import type { ReactNode } from "react";
import { SCRIM } from "./dialog";
import { Kbd } from "./kbd";
import { useFocusReturn } from "./use-focus-return";

export interface PaletteGroup {
  heading: string;
  items: readonly PaletteItem[];
}

export interface PaletteItem {
  id: string;
  label: string;
  /** Other words under which it is found. */
  keywords?: readonly string[];
  /** One chord, as in `Kbd`. */
  shortcut?: string;
  icon?: ReactNode;
  run: () => void;
}

interface CommandPaletteProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  groups: readonly PaletteGroup[];
  placeholder?: string;
  /** To search elsewhere (documents, claims) while one types; what comes of it is passed in as another group. */
  onQueryChange?: (query: string) => void;
}

/** Everything that can be done, found by typing. */
export function CommandPalette({ open, onOpenChange, groups, placeholder = "Type a command or search…", onQueryChange }: CommandPaletteProps) {
  const focusReturn = useFocusReturn();
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className={SCRIM} />
        <Dialog.Content
          data-modal=""
          {...focusReturn}
          aria-describedby={undefined}
          className="fixed inset-x-3 top-[10vh] z-50 mx-auto max-w-xl animate-rise overflow-hidden rounded-[10px] border border-line-2 bg-surface shadow-float focus:outline-none"
        >
          <Dialog.Title className="sr-only">Command palette</Dialog.Title>
          <Command label="Commands" loop>
            <div className="flex items-center gap-2.5 border-b border-line px-4">
              <Search aria-hidden size={16} className="text-ink-3" />
              <Command.Input
                placeholder={placeholder}
                {...(onQueryChange ? { onValueChange: onQueryChange } : {})}
                className="h-12 flex-1 bg-transparent text-base outline-none"
              />
              <Kbd keys="escape" />
            </div>
            <Command.List className="max-h-[52vh] overflow-y-auto p-1.5">
              <Command.Empty className="px-3 py-6 text-center text-sm text-ink-3">Nothing by that name.</Command.Empty>
              {groups.map((group) => (
                <Command.Group
                  key={group.heading}
                  heading={group.heading}
                  className="[&>[cmdk-group-heading]]:eyebrow [&>[cmdk-group-heading]]:px-2.5 [&>[cmdk-group-heading]]:pt-2 [&>[cmdk-group-heading]]:pb-1"
                >
                  {group.items.map((item) => (
                    <Command.Item
                      key={item.id}
                      value={`${item.label} ${item.id}`}
                      keywords={[...(item.keywords ?? [])]}
                      onSelect={() => {
                        onOpenChange(false);
                        item.run();
                      }}
                      className="flex min-h-9 cursor-pointer items-center gap-2.5 rounded px-2.5 text-sm data-[selected=true]:bg-accent-wash"
                    >
                      <span className="flex w-4 shrink-0 justify-center text-ink-3">{item.icon}</span>
                      <span className="min-w-0 flex-1 truncate">{item.label}</span>
                      {item.shortcut && <Kbd keys={item.shortcut} />}
                    </Command.Item>
                  ))}
                </Command.Group>
              ))}
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
