"use client";

import { CornerDownRight, Merge, Trash2 } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import { MenuItem, MenuLabel, MenuRadio, MenuSeparator } from "@/components/ui/menu";
import { FLOAT } from "@/components/ui/popover";
import { BLOCK_KINDS, kindOf } from "./block-kinds";
import type { EditedBlock } from "./edited-block";
import type { EditorAction } from "./editor-state";

interface BlockMenuProps {
  block: EditedBlock;
  first: boolean;
  /** The button that was pressed; the menu stands there. */
  button: HTMLElement;
  act: (action: EditorAction) => void;
  onClose: () => void;
}

/** What can be done with a block as a whole. One menu serves all of them, however many there are. */
export function BlockMenu({ block, first, button, act, onClose }: BlockMenuProps) {
  const { id } = block;
  const box = button.getBoundingClientRect();
  return (
    <DropdownMenu.Root open modal={false} onOpenChange={(open) => open || onClose()}>
      <DropdownMenu.Trigger asChild>
        <span aria-hidden style={{ position: "fixed", left: box.left, top: box.top, width: box.width, height: box.height, pointerEvents: "none" }} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="end"
          sideOffset={4}
          collisionPadding={12}
          aria-label="Block"
          onCloseAutoFocus={(event) => event.preventDefault()}
          className={`${FLOAT} max-h-(--radix-dropdown-menu-content-available-height) min-w-56 overflow-y-auto p-1 focus:outline-none`}
        >
          <MenuLabel>Kind</MenuLabel>
          <MenuRadio
            value={kindOf(block)?.value ?? ""}
            options={BLOCK_KINDS.map(({ value, name }) => ({ value, label: name }))}
            onChange={(value) => {
              const kind = BLOCK_KINDS.find((each) => each.value === value);
              if (kind) act({ type: "change_kind", id, kind });
            }}
          />
          <MenuSeparator />
          <MenuItem icon={<CornerDownRight size={14} />} onSelect={() => act({ type: "add_after", id })}>
            Add one after this
          </MenuItem>
          <MenuItem icon={<Merge size={14} />} disabled={first} onSelect={() => act({ type: "join", id, with: "before" })}>
            Join with the one before
          </MenuItem>
          <MenuItem icon={<Trash2 size={14} />} danger onSelect={() => act({ type: "remove", id })}>
            Remove
          </MenuItem>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
