"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { LINK_MINUTES } from "@/lib/domain/token";
import { api } from "@/lib/ui/api";
import { EmailField } from "./account-fields";
import { FormFailure } from "./form-failure";
import { SignInLink } from "./sign-in-link";
import { textOf, useSubmit } from "./use-submit";

const WORDS = {
  set_password: { path: "/account/reset-requests", who: "has an account here" },
  sign_in: { path: "/account/link-requests", who: "has an account here" },
  join: { path: "/account/join-requests", who: "may join a workspace here, or belongs to one already" },
} as const;

/** Asks for a link by e-mail. What is said afterwards does not tell who has an account, nor whom a workspace admits. */
export function AskForLinkForm({ kind }: { kind: keyof typeof WORDS }) {
  const [asked, setAsked] = useState<string | null>(null);
  const { busy, failure, fields, onSubmit } = useSubmit(async (values) => {
    const email = textOf(values, "email");
    await api.post(WORDS[kind].path, { email });
    setAsked(email);
    return null;
  });

  if (asked !== null) {
    return (
      <div role="status" className="grid gap-4 text-sm">
        <p>
          If <bdi className="font-semibold break-all">{asked}</bdi> {WORDS[kind].who}, a letter is on its way. Its link works once, for{" "}
          {String(LINK_MINUTES[kind])} minutes.
        </p>
        <p className="text-ink-2">Nothing there after some minutes? Look among the unwanted mail, and whether the address is right.</p>
        <SignInLink />
      </div>
    );
  }
  return (
    <form method="post" onSubmit={onSubmit} className="grid gap-4">
      <EmailField errors={fields} />
      <FormFailure>{failure}</FormFailure>
      <Button type="submit" variant="primary" size="lg" loading={busy}>
        Send me a link
      </Button>
      <SignInLink />
    </form>
  );
}
