"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { FormFailure } from "@/components/account/form-failure";
import { textOf, useSubmit } from "@/components/account/use-submit";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { toast } from "@/components/ui/toast";
import { domainProblem, isPublicProvider, meantDomain } from "@/lib/domain/join-domain";
import { api } from "@/lib/ui/api";
import { JOIN_ROLE_OPTIONS } from "./role-words";

/** Lists a further domain. Where everybody gets an address, it asks first. */
export function DomainForm() {
  const router = useRouter();
  const [typed, setTyped] = useState("");
  /** The open question, and whether it was answered with yes. */
  const [asking, setAsking] = useState<{ domain: string; settle: (sure: boolean) => void } | null>(null);
  const { busy, failure, fields, onSubmit } = useSubmit(async (values) => {
    const domain = meantDomain(textOf(values, "domain"));
    const problem = domainProblem(domain);
    if (problem !== null) return problem;
    if (isPublicProvider(domain) && !(await new Promise<boolean>((settle) => setAsking({ domain, settle })))) return null;
    await api.put(`/workspace/domains/${encodeURIComponent(domain)}`, { role: textOf(values, "role") });
    toast.success(`Whoever has an address at ${domain} may join`);
    setTyped("");
    router.refresh();
    return null;
  });

  return (
    <form onSubmit={onSubmit} className="grid gap-2">
      <div className="flex flex-wrap items-start gap-2">
        <Field label="Another domain" className="min-w-48 flex-1 sm:max-w-72" error={fields.domain}>
          <TextInput
            required
            name="domain"
            dir="ltr"
            placeholder="example.org"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={300}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </Field>
        <Field label="They join as">
          <Select name="role" className="w-32" options={JOIN_ROLE_OPTIONS} defaultValue="reader" />
        </Field>
        <Button type="submit" className="sm:mt-5" loading={busy}>
          Add
        </Button>
      </div>
      <FormFailure>{failure}</FormFailure>
      {asking && (
        <AlertDialog
          open
          onOpenChange={() => {
            asking.settle(false);
            setAsking(null);
          }}
          title={`Let everybody in who has an address at ${asking.domain}?`}
          description="Anybody in the world can get such an address within a minute: to list it is to open the workspace to everybody. To let in one person, invite them."
          confirmLabel="List it all the same"
          danger
          onConfirm={() => asking.settle(true)}
        />
      )}
    </form>
  );
}
