"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { FormFailure } from "@/components/account/form-failure";
import { textOf, useSubmit } from "@/components/account/use-submit";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { RadioGroup } from "@/components/ui/radio";
import { TextInput } from "@/components/ui/text-input";
import { ROLES, type Role } from "@/lib/domain/role";
import { INVITATION_DAYS } from "@/lib/domain/token";
import { api } from "@/lib/ui/api";
import { CopyField } from "./copy-field";
import { ROLE_WORDS } from "./role-words";

const OPTIONS = ROLES.map((role) => ({ value: role, label: ROLE_WORDS[role].label, hint: `Can ${ROLE_WORDS[role].can}.` }));

interface InviteDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Makes an invitation and shows its link, this once. */
export function InviteDialog({ open, onOpenChange }: InviteDialogProps) {
  const [link, setLink] = useState<string | null>(null);

  function change(next: boolean) {
    if (!next) setLink(null);
    onOpenChange(next);
  }

  return (
    <Dialog
      open={open}
      onOpenChange={change}
      title={link ? "The invitation is ready" : "Invite somebody"}
      description={link ? "Send them this link. It is shown only now: nobody can look it up again." : "You get a link, and send it by whatever way you trust."}
      footer={link ? <DoneButton /> : null}
    >
      {link ? <CopyField label="Invitation link" value={link} hint={`It works once, for ${INVITATION_DAYS} days.`} /> : <InviteForm onMade={setLink} />}
    </Dialog>
  );
}

function DoneButton() {
  return (
    <DialogClose>
      <Button>Done</Button>
    </DialogClose>
  );
}

function InviteForm({ onMade }: { onMade: (link: string) => void }) {
  const router = useRouter();
  const [role, setRole] = useState<Role>("reviewer");
  const { busy, failure, fields, onSubmit } = useSubmit(async (values) => {
    const { path } = await api.post<{ path: string }>("/invitations", { role, email: textOf(values, "email").trim() || null });
    onMade(new URL(path, window.location.origin).href);
    router.refresh();
    return null;
  });
  return (
    <form onSubmit={onSubmit} className="grid gap-4">
      <Field label="Role" error={fields.role}>
        <RadioGroup options={OPTIONS} value={role} onChange={setRole} />
      </Field>
      <Field label="For one address only (optional)" error={fields.email} hint="Without it, whoever has the link can join.">
        <TextInput name="email" type="email" dir="ltr" autoComplete="off" autoCapitalize="none" spellCheck={false} maxLength={254} />
      </Field>
      <FormFailure>{failure}</FormFailure>
      <div className="flex justify-end gap-2">
        <DialogClose>
          <Button variant="ghost">Cancel</Button>
        </DialogClose>
        <Button type="submit" variant="primary" loading={busy}>
          Make a link
        </Button>
      </div>
    </form>
  );
}
