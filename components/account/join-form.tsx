"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Segmented } from "@/components/ui/segmented";
import { api } from "@/lib/ui/api";
import { leaveFor } from "@/lib/ui/leave";
import { HOME_PATH } from "@/lib/ui/next-path";
import { EmailField, NameField, NewPasswordField } from "./account-fields";
import { FormFailure } from "./form-failure";
import { PasswordInput } from "./password-input";
import { signInWith } from "./sign-in-with";
import { textOf, useSubmit } from "./use-submit";

const KINDS = [
  { value: "new", label: "I am new here" },
  { value: "known", label: "I have an account" },
] as const;

interface JoinFormProps {
  token: string;
  /** The address that the invitation was made for, if it names one. */
  email: string | null;
}

/** Accepts an invitation, with a new account or an existing one, and signs in. */
export function JoinForm({ token, email }: JoinFormProps) {
  const [kind, setKind] = useState<"new" | "known">("new");
  const isNew = kind === "new";
  const { busy, failure, fields, onSubmit } = useSubmit(async (values) => {
    const given = { email: textOf(values, "email"), password: textOf(values, "password") };
    await api.post("/invitations/accept", { token, ...given, ...(isNew ? { name: textOf(values, "name") } : {}) });
    const refused = await signInWith(given.email, given.password);
    return leaveFor(refused ? "/" : HOME_PATH);
  });

  return (
    <form method="post" onSubmit={onSubmit} className="grid gap-4">
      <Segmented label="Your account" options={KINDS} value={kind} onChange={setKind} />
      {isNew && <NameField errors={fields} />}
      <EmailField errors={fields} fixed={email} why="The invitation was made for this address." />
      {isNew ? (
        <NewPasswordField errors={fields} />
      ) : (
        <Field label="Password of your account" error={fields.password}>
          <PasswordInput name="password" autoComplete="current-password" />
        </Field>
      )}
      <FormFailure>{failure}</FormFailure>
      <Button type="submit" variant="primary" size="lg" loading={busy}>
        Join the workspace
      </Button>
    </form>
  );
}
