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

/** Deletes one's own account, after asking for the password; who has none has just signed in. */
export function DeleteAccount({ email, hasPassword }: { email: string; hasPassword: boolean }) {
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
            <li>Corrections that you published stay, without your name. Words in which others named you stay as they are.</li>
            <li>It cannot be undone.</li>
          </ul>
          <input type="text" name="email" autoComplete="username" value={email} readOnly hidden />
          {hasPassword ? (
            <Field label="Your password" error={fields.password}>
              <PasswordInput name="password" autoComplete="current-password" />
            </Field>
          ) : (
            <p className="text-sm">You have no password. So that nobody else deletes your account, it works within ten minutes of signing in.</p>
          )}
          <FormFailure>{failure}</FormFailure>
        </form>
      </Dialog>
    </>
  );
}
