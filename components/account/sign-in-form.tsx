"use client";

import Link from "next/link";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import type { Role } from "@/lib/domain/role";
import { leaveFor } from "@/lib/ui/leave";
import { DemoAccounts } from "./demo-accounts";
import { FormFailure } from "./form-failure";
import { OutsideButtons } from "./outside-buttons";
import { PasswordInput } from "./password-input";
import { signInWith } from "./sign-in-with";
import { textOf, useSubmit } from "./use-submit";

const LINK = "text-accent underline-offset-2 hover:underline";

interface SignInFormProps {
  /** Where to go afterwards: a path of this site. */
  next: string;
  /** Said above the form: why one is here. */
  notice: string | null;
  /** The services outside by which one can sign in. */
  services: readonly { id: string; name: string }[];
  /** Whether links can be sent by e-mail. */
  mails: boolean;
  /** Whether some workspace admits people by the domain of their address. */
  admits: boolean;
  /** In a demo, the accounts that everybody may use. */
  demo: { accounts: readonly { id: string; name: string; email: string; role: Role }[]; password: string } | null;
}

export function SignInForm({ next, notice, demo, mails, admits, services }: SignInFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const { busy, failure, onSubmit } = useSubmit(async (values) => {
    const refused = await signInWith(textOf(values, "email"), textOf(values, "password"));
    return refused ?? leaveFor(next);
  });

  function fillIn(email: string) {
    const fields = form.current?.elements;
    for (const [name, value] of [
      ["email", email],
      ["password", demo?.password ?? ""],
    ] as const) {
      const field = fields?.namedItem(name);
      if (field instanceof HTMLInputElement) field.value = value;
    }
    form.current?.querySelector<HTMLButtonElement>('[type="submit"]')?.focus();
  }

  return (
    <>
      <form ref={form} method="post" onSubmit={onSubmit} className="grid gap-4">
        {notice && <p className="rounded bg-accent-wash px-3 py-2 text-sm text-ink">{notice}</p>}
        <Field label="E-mail">
          <TextInput required name="email" type="email" dir="ltr" autoComplete="username" autoCapitalize="none" spellCheck={false} maxLength={254} />
        </Field>
        <Field label="Password">
          <PasswordInput name="password" autoComplete="current-password" />
        </Field>
        <FormFailure>{failure}</FormFailure>
        <Button type="submit" variant="primary" size="lg" loading={busy}>
          Sign in
        </Button>
        <p className="flex flex-wrap justify-center gap-x-6 gap-y-1 text-sm">
          <Link href="/forgotten" className={LINK}>
            Forgotten your password?
          </Link>
          {mails && (
            <Link href="/sign-in/mail" className={LINK}>
              Sign in by e-mail
            </Link>
          )}
          {admits && (
            <Link href="/join" className={LINK}>
              Join with your work e-mail
            </Link>
          )}
        </p>
      </form>
      {services.length > 0 && <OutsideButtons services={services} next={next} />}
      {demo && demo.accounts.length > 0 && <DemoAccounts accounts={demo.accounts} onPick={fillIn} />}
    </>
  );
}
