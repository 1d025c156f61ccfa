"use client";

import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { api } from "@/lib/ui/api";
import { leaveFor } from "@/lib/ui/leave";
import { FormFailure } from "./form-failure";
import { PasswordInput } from "./password-input";
import { textOf, useSubmit } from "./use-submit";

/** Deletes one's own account, after asking for the password. */
export function DeleteAccount({ email }: { email: string }) {
  const [open, setOpen] = useState(false);
  const form = useId();
  const { busy, failure, fields, onSubmit } = useSubmit(async (values) => {
    await api.post("/account/deletion", { password: textOf(values, "password") });
    const { signOut } = await import("next-auth/react");
    await signOut({ redirect: false });
    return leaveFor("/sign-in?done=deleted");
  });
  const footer = (
    <>
      <Button onClick={() => setOpen(false)}>Keep it</Button>
      <Button variant="danger" type="submit" form={form} loading={busy}>
        Delete my account
      </Button>
    </>
  );
  return (
    <>
      <Button onClick={() => setOpen(true)}>Delete the account…</Button>
      <Dialog open={open} onOpenChange={setOpen} title="Delete your account?" footer={footer}>
        <form id={form} method="post" onSubmit={onSubmit} className="grid gap-4">
          <ul className="grid list-disc gap-1 ps-5 text-sm text-ink-2">
            <li>Your name, address, password and settings are removed, and you leave every workspace.</li>
            <li>Claims, verdicts and comments that you wrote stay, as those of a former member. Claims that wait for you go back to the pool.</li>
            <li>What is published keeps the names that were published with it, and so do words in which others named you.</li>
            <li>It cannot be undone.</li>
          </ul>
          <input type="text" name="email" autoComplete="username" value={email} readOnly hidden />
          <Field label="Your password" error={fields.password}>
            <PasswordInput name="password" autoComplete="current-password" />
          </Field>
          <FormFailure>{failure}</FormFailure>
        </form>
      </Dialog>
    </>
  );
}
