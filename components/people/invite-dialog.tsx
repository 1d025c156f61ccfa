"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { FormFailure } from "@/components/account/form-failure";
import { textOf, useSubmit } from "@/components/account/use-submit";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { RadioGroup } from "@/components/ui/radio";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { ROLES, type Role } from "@/lib/domain/role";
import { INVITATION_DAYS } from "@/lib/domain/token";
import { api } from "@/lib/ui/api";
import { countOf } from "@/lib/ui/format";
import { CopyField } from "./copy-field";
import { ROLE_WORDS } from "./role-words";

const OPTIONS = ROLES.map((role) => ({ value: role, label: ROLE_WORDS[role].label, hint: `Can ${ROLE_WORDS[role].can}.` }));

const DAYS = [1, 3, 7, 14, 30].map((each) => ({ value: String(each), label: countOf(each, "day") }));

interface InviteDialogProps {
  open: boolean;
  /** Whether this installation sends e-mail. */
  mails: boolean;
  onOpenChange: (open: boolean) => void;
}

interface Made {
  link: string;
  days: number;
  letter: { to: string; problem: string | null } | null;
}

/** Makes an invitation, sends it if asked to, and shows its link, this once. */
export function InviteDialog({ open, mails, onOpenChange }: InviteDialogProps) {
  const [made, setMade] = useState<Made | null>(null);

  function change(next: boolean) {
    if (!next) setMade(null);
    onOpenChange(next);
  }

  return (
    <Dialog
      open={open}
      onOpenChange={change}
      title={made ? (made.letter?.problem === null ? "The invitation is sent" : "The invitation is ready") : "Invite somebody"}
      description={made ? descriptionOf(made) : "You get a link, and send it by whatever way you trust."}
      footer={made ? <DoneButton /> : null}
    >
      {made ? <MadeInvitation made={made} /> : <InviteForm mails={mails} onMade={setMade} />}
    </Dialog>
  );
}

function descriptionOf({ letter }: Made): string {
  if (letter?.problem === null) return `The mail server has taken it for ${letter.to}. The link is shown only now: nobody can look it up again.`;
  return "Send them this link. It is shown only now: nobody can look it up again.";
}

function MadeInvitation({ made: { link, days, letter } }: { made: Made }) {
  return (
    <div className="grid gap-4">
      {letter?.problem && (
        <FormFailure>
          The letter to {letter.to} was not sent; the link works all the same. {letter.problem}
        </FormFailure>
      )}
      <CopyField label="Invitation link" value={link} hint={`It works once, for ${countOf(days, "day")}.`} />
    </div>
  );
}

function DoneButton() {
  return (
    <DialogClose>
      <Button>Done</Button>
    </DialogClose>
  );
}

function InviteForm({ mails, onMade }: { mails: boolean; onMade: (made: Made) => void }) {
  const router = useRouter();
  const [role, setRole] = useState<Role>("reviewer");
  const { busy, failure, fields, onSubmit } = useSubmit(async (values) => {
    const days = Number(textOf(values, "days"));
    const asked = { role, email: textOf(values, "email").trim() || null, days, send: values.has("send") };
    const { path, letter } = await api.post<{ path: string; letter: Made["letter"] }>("/invitations", asked);
    onMade({ link: new URL(path, window.location.origin).href, days, letter });
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
      <Checkbox
        name="send"
        label="Send the link to this address"
        hint={mails ? undefined : "This installation sends no e-mail: send the link yourself."}
        disabled={!mails}
      />
      <Field label="Works for" error={fields.days} className="sm:max-w-40">
        <Select name="days" options={DAYS} defaultValue={String(INVITATION_DAYS.usual)} />
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
