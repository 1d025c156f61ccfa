"use client";

import { useState } from "react";
import { ROLE_WORDS } from "@/components/people/role-words";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { RadioGroup } from "@/components/ui/radio";
import { TextInput } from "@/components/ui/text-input";
import type { Role } from "@/lib/domain/role";
import { api } from "@/lib/ui/api";
import { leaveFor } from "@/lib/ui/leave";
import { HOME_PATH } from "@/lib/ui/next-path";
import { FormFailure } from "./form-failure";
import { PasswordInput } from "./password-input";
import { signInWithLink } from "./sign-in-with";
import { textOf, useSubmit } from "./use-submit";

interface JoinByDomainFormProps {
  token: string;
  /** What the person is called, as far as it is known. */
  name: string;
  account: "none" | "password" | "no_password";
  workspaces: readonly { id: string; name: string; role: Role }[];
}

const canDo = (role: Role) => `As ${ROLE_WORDS[role].label.toLowerCase()} you can ${ROLE_WORDS[role].can}.`;

/** Joins one of the workspaces that admit the person's address, with a new account where there is none, and signs in. */
export function JoinByDomainForm({ token, name, account, workspaces }: JoinByDomainFormProps) {
  const [chosen, setChosen] = useState(workspaces[0]?.id ?? "");
  const { busy, failure, fields, onSubmit } = useSubmit(async (values) => {
    const { signIn } = await api.post<{ signIn: string }>("/account/joins", {
      token,
      workspaceId: chosen,
      ...(account === "none" ? { name: textOf(values, "name") } : {}),
      ...(account === "password" ? { password: textOf(values, "password") } : {}),
    });
    // Joined they are; whoever cannot be signed in just now does so at the door.
    const refused = await signInWithLink(signIn);
    return leaveFor(refused ? "/sign-in" : HOME_PATH);
  });
  const only = workspaces.length === 1 ? workspaces[0] : undefined;
  return (
    <form method="post" onSubmit={onSubmit} className="grid gap-4">
      {only ? (
        <p className="text-sm">{canDo(only.role)}</p>
      ) : (
        <Field label="Workspace">
          <RadioGroup
            options={workspaces.map(({ id, name: label, role }) => ({ value: id, label: <bdi>{label}</bdi>, hint: canDo(role) }))}
            value={chosen}
            onChange={setChosen}
          />
        </Field>
      )}
      {account !== "none" && (
        <p className="rounded bg-accent-wash px-3 py-2 text-sm">You have an account with this address. What you belong to already stays as it is.</p>
      )}
      {account === "password" && (
        <Field label="Password of your account" error={fields.password}>
          <PasswordInput name="password" autoComplete="current-password" />
        </Field>
      )}
      {account === "none" && (
        <Field label="Your name" error={fields.name} hint="As the others see it beside your work. You need no password: you sign in as you came.">
          <TextInput required name="name" autoComplete="name" maxLength={100} defaultValue={name} />
        </Field>
      )}
      <FormFailure>{failure}</FormFailure>
      <Button type="submit" variant="primary" size="lg" loading={busy}>
        Join the workspace
      </Button>
    </form>
  );
}
