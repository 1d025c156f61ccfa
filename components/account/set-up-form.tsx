"use client";

import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { api } from "@/lib/ui/api";
import { leaveFor } from "@/lib/ui/leave";
import { HOME_PATH } from "@/lib/ui/next-path";
import { EmailField, NameField, NewPasswordField } from "./account-fields";
import { FormFailure } from "./form-failure";
import { signInWith } from "./sign-in-with";
import { textOf, useSubmit } from "./use-submit";

/** Makes the workspace and its first admin, and signs them in. */
export function SetUpForm({ token }: { token: string }) {
  const { busy, failure, fields, onSubmit } = useSubmit(async (values) => {
    const given = { email: textOf(values, "email"), password: textOf(values, "password") };
    await api.post("/setup", { token: textOf(values, "token"), workspace: textOf(values, "workspace"), name: textOf(values, "name"), ...given });
    const refused = await signInWith(given.email, given.password);
    return leaveFor(refused ? "/" : HOME_PATH);
  });

  return (
    <form method="post" onSubmit={onSubmit} className="grid gap-4">
      {token ? (
        <input type="hidden" name="token" value={token} />
      ) : (
        <Field label="Set-up token" error={fields.token} hint="The server printed it when it started, at the end of a link to this page.">
          <TextInput required name="token" dir="ltr" autoComplete="off" autoCapitalize="none" spellCheck={false} maxLength={200} />
        </Field>
      )}
      <Field label="Name of the workspace" error={fields.workspace} hint="Your newsroom, desk or course, for example.">
        <TextInput required name="workspace" autoComplete="organization" maxLength={100} />
      </Field>
      <NameField errors={fields} />
      <EmailField errors={fields} />
      <NewPasswordField errors={fields} />
      <FormFailure>{failure ?? (token ? fields.token : null)}</FormFailure>
      <Button type="submit" variant="primary" size="lg" loading={busy}>
        Make the workspace
      </Button>
    </form>
  );
}
