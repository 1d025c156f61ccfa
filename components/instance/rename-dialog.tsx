"use client";

import { useRouter } from "next/navigation";
import { FormFailure } from "@/components/account/form-failure";
import { textOf, useSubmit } from "@/components/account/use-submit";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { api } from "@/lib/ui/api";

interface RenameDialogProps {
  workspace: { id: string; name: string; version: number };
  onClose: () => void;
}

/** Gives a workspace another name. */
export function RenameDialog({ workspace, onClose }: RenameDialogProps) {
  const router = useRouter();
  const { busy, failure, fields, onSubmit } = useSubmit(async (values) => {
    await api.patch(`/instance/workspaces/${workspace.id}`, { version: workspace.version, name: textOf(values, "name") });
    router.refresh();
    onClose();
    return null;
  });
  return (
    <Dialog open onOpenChange={onClose} size="sm" title={`Rename ${workspace.name}`}>
      <form onSubmit={onSubmit} className="grid gap-4">
        <Field label="Name" error={fields.name} hint="Its people see it at once, and so do readers of what it publishes.">
          <TextInput required name="name" defaultValue={workspace.name} maxLength={100} autoComplete="off" />
        </Field>
        <FormFailure>{failure}</FormFailure>
        <div className="flex justify-end gap-2">
          <DialogClose>
            <Button variant="ghost">Cancel</Button>
          </DialogClose>
          <Button type="submit" variant="primary" loading={busy}>
            Rename
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
