"use client";

import { useRouter } from "next/navigation";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { toast } from "@/components/ui/toast";
import { api } from "@/lib/ui/api";
import { countOf } from "@/lib/ui/format";
import { NewPasswordField } from "./account-fields";
import { FormFailure } from "./form-failure";
import { PasswordInput } from "./password-input";
import { textOf, useSubmit } from "./use-submit";

/** Changes one's password; the other sessions end with the old one. */
export function PasswordForm({ email }: { email: string }) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const { busy, failure, fields, onSubmit } = useSubmit(async (values) => {
    const answer = await api.put<{ sessionsEnded: number }>("/account/password", { current: textOf(values, "current"), password: textOf(values, "password") });
    form.current?.reset();
    toast.success("Password changed", answer.sessionsEnded > 0 ? `${countOf(answer.sessionsEnded, "other session")} ended.` : undefined);
    router.refresh();
    return null;
  });

  return (
    <form ref={form} method="post" onSubmit={onSubmit} className="grid max-w-sm gap-4">
      {/* Password managers look for the name that belongs to the password. */}
      <input type="text" name="email" autoComplete="username" value={email} readOnly hidden />
      <Field label="Current password" error={fields.current}>
        <PasswordInput name="current" autoComplete="current-password" />
      </Field>
      <NewPasswordField errors={fields} label="New password" />
      <FormFailure>{failure}</FormFailure>
      <div>
        <Button type="submit" loading={busy}>
          Change the password
        </Button>
      </div>
    </form>
  );
}
