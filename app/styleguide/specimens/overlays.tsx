"use client";

import { Archive, Copy, FileDown, Trash2 } from "lucide-react";
import { useState } from "react";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { CommandPalette, type PaletteGroup } from "@/components/ui/command-palette";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Kbd } from "@/components/ui/kbd";
import { useShortcuts } from "@/components/ui/keyboard";
import { Menu, MenuItem, MenuLabel, MenuSeparator } from "@/components/ui/menu";
import { PageHeader } from "@/components/ui/page-header";
import { Popover } from "@/components/ui/popover";
import { Sheet } from "@/components/ui/sheet";
import { ShortcutSheet, type ShortcutGroup } from "@/components/ui/shortcut-sheet";
import { TextInput } from "@/components/ui/text-input";
import { toast } from "@/components/ui/toast";

const KEYS: ShortcutGroup[] = [
  {
    heading: "Claims",
    items: [
      { keys: ["j", "k"], label: "Next, previous claim" },
      { keys: ["n"], label: "Claim from the selection" },
      { keys: ["[", "]"], label: "Shrink, grow by a word" },
      { keys: ["1", "9"], range: true, label: "Choose a verdict" },
    ],
  },
  {
    heading: "Everywhere",
    items: [
      { keys: ["mod+k"], label: "Command palette" },
      { keys: ["mod+z"], label: "Undo" },
      { keys: ["mod+enter"], label: "Submit and next" },
      { keys: ["?"], label: "This sheet" },
    ],
  },
];

const COMMANDS: PaletteGroup[] = [
  {
    heading: "Document",
    items: [
      {
        id: "out",
        label: "Take out the annotated version",
        keywords: ["export", "download"],
        icon: <FileDown size={16} />,
        run: () => toast.success("Taken out"),
      },
      { id: "archive", label: "Archive", icon: <Archive size={16} />, run: () => toast.undo("Archived", () => toast.success("Back again")) },
    ],
  },
  {
    heading: "Claims",
    items: [{ id: "copy", label: "Copy the quote", shortcut: "mod+c", icon: <Copy size={16} />, run: () => toast.error("Nothing is selected") }],
  },
];

type Open = "palette" | "keys" | "sheet" | null;

export function Overlays() {
  const [open, setOpen] = useState<Open>(null);
  const holds = (which: Open) => ({ open: open === which, onOpenChange: (next: boolean) => setOpen(next ? which : null) });
  useShortcuts({ "mod+k": { run: () => setOpen("palette"), inFields: true }, "?": () => setOpen("keys") });

  return (
    <div className="grid gap-4 border-b border-line p-6">
      <PageHeader
        level={2}
        title="What opens"
        description="Dialogs, menus and messages follow the theme of the page."
        actions={
          <Button variant="primary" onClick={() => setOpen("palette")}>
            Palette <Kbd keys="mod+k" plain />
          </Button>
        }
      />
      <div className="flex flex-wrap gap-2">
        <Dialog
          trigger={<Button>Dialog</Button>}
          title="Add evidence"
          description="From the library, or new."
          footer={
            <>
              <DialogClose>
                <Button variant="ghost">Cancel</Button>
              </DialogClose>
              <DialogClose>
                <Button variant="primary">Add</Button>
              </DialogClose>
            </>
          }
        >
          <Field label="Title" required>
            <TextInput />
          </Field>
        </Dialog>
        <AlertDialog
          trigger={<Button>Confirm</Button>}
          title="Delete this document?"
          description="It stays in the trash for 30 days and can be restored from there."
          confirmLabel="Delete"
          danger
          onConfirm={() => toast.undo("Deleted", () => toast.success("Restored"))}
        />
        <Menu trigger={<Button>Menu</Button>}>
          <MenuLabel>Claim</MenuLabel>
          <MenuItem icon={<Copy size={14} />} shortcut="mod+c">
            Copy the quote
          </MenuItem>
          <MenuItem icon={<Archive size={14} />} disabled hint="Only for editors">
            Approve
          </MenuItem>
          <MenuSeparator />
          <MenuItem icon={<Trash2 size={14} />} danger>
            Delete
          </MenuItem>
        </Menu>
        <Popover label="Claims here" trigger={<Button>Popover</Button>}>
          Two claims share these words.
        </Popover>
        <Button onClick={() => setOpen("sheet")}>Sheet</Button>
        <Button onClick={() => setOpen("keys")}>
          Keys <Kbd keys="?" />
        </Button>
        <Button onClick={() => toast.success("Saved", "Everything has arrived.")}>Success</Button>
        <Button onClick={() => toast.error("The source could not be saved", "Nothing was lost.")}>Error</Button>
        <Button onClick={() => toast.undo("Claim deleted", () => toast.success("Restored"))}>Undo</Button>
      </div>
      <CommandPalette {...holds("palette")} groups={COMMANDS} />
      <ShortcutSheet {...holds("keys")} groups={KEYS} />
      <Sheet {...holds("sheet")} title="Claim">
        <p className="p-5 font-text text-statement font-semibold">The six-party talks collapsed ten years before April 2019.</p>
      </Sheet>
    </div>
  );
}
