"use client";

import { Button } from "@/components/ui/button";
import { api } from "@/lib/ui/api";
import { leaveFor } from "@/lib/ui/leave";
import { EmailField, NewPasswordField } from "./account-fields";
import { FormFailure } from "./form-failure";
import { textOf, useSubmit } from "./use-submit";

/** Sets a new password by a link, and goes on to sign in with it. */
export function ResetForm({ token, email }: { token: string; email: string }) {
  const { busy, failure, fields, onSubmit } = useSubmit(async (values) => {
    await api.post("/account/reset", { token, password: textOf(values, "password") });
    return leaveFor("/sign-in?done=password");
  });

  return (
    <form method="post" onSubmit={onSubmit} className="grid gap-4">
      <EmailField errors={fields} fixed={email} />
      <NewPasswordField errors={fields} label="New password" />
      <FormFailure>{failure}</FormFailure>
      <Button type="submit" variant="primary" size="lg" loading={busy}>
        Set the password
      </Button>
    </form>
  );
}
