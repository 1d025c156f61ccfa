"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { toast } from "@/components/ui/toast";
import type { SecondFactorView } from "@/lib/domain/second-factor";
import { api } from "@/lib/ui/api";
import { countOf, formatDate } from "@/lib/ui/format";
import { CodeField } from "./code-field";
import { FormFailure } from "./form-failure";
import { PasswordInput } from "./password-input";
import { RecoveryCodes } from "./recovery-codes";
import { SetUpSecondFactor } from "./set-up-second-factor";
import { textOf, useSubmit } from "./use-submit";

/** One's own second factor: set up, look after, turn off. */
export function SecondFactor({ state, since, recoveryCodesLeft, required, hasPassword }: SecondFactorView) {
  const router = useRouter();
  const [asking, setAsking] = useState<"off" | "codes" | null>(null);
  if (state === "impossible") return <p className="text-sm text-ink-2">A demo account is everybody’s: it has no second factor.</p>;
  if (state === "off") return <SetUpSecondFactor onDone={() => router.refresh()} />;
  return (
    <div className="grid gap-3">
      <p className="text-sm">
        On since {formatDate(since ?? "")}.{" "}
        {recoveryCodesLeft > 0 ? `${countOf(recoveryCodesLeft, "recovery code")} left.` : "No recovery code is left: make new ones."}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => setAsking("codes")}>New recovery codes…</Button>
        <Button onClick={() => setAsking("off")}>Turn off…</Button>
      </div>
      {asking === "codes" && <RenewCodes onClose={() => setAsking(null)} />}
      {asking === "off" && <TurnOff required={required} hasPassword={hasPassword} onClose={() => setAsking(null)} />}
    </div>
  );
}

function RenewCodes({ onClose }: { onClose: () => void }) {
  const router = useRouter();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const { busy, failure, fields, onSubmit } = useSubmit(async (values) => {
    const { recoveryCodes } = await api.post<{ recoveryCodes: string[] }>("/account/second-factor/recovery-codes", { code: textOf(values, "code") });
    setCodes(recoveryCodes);
    router.refresh();
    return null;
  });
  return (
    <Dialog open onOpenChange={onClose} title="New recovery codes" size="sm" description="Those that you have stop working.">
      {codes ? (
        <RecoveryCodes codes={codes} onKept={onClose} />
      ) : (
        <form onSubmit={onSubmit} className="grid gap-4">
          <CodeField error={fields.code} />
          <FormFailure>{failure}</FormFailure>
          <Actions busy={busy} label="Make new codes" />
        </form>
      )}
    </Dialog>
  );
}

function TurnOff({ required, hasPassword, onClose }: { required: boolean; hasPassword: boolean; onClose: () => void }) {
  const router = useRouter();
  const { busy, failure, fields, onSubmit } = useSubmit(async (values) => {
    await api.post("/account/second-factor/off", { password: textOf(values, "password"), code: textOf(values, "code") });
    toast.success("The second factor is off.");
    router.refresh();
    return null;
  });
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Turn the second factor off?"
      size="sm"
      description={required ? "Your workspace asks for one: you are led to set up another at once." : "Your password alone signs you in afterwards."}
    >
      <form onSubmit={onSubmit} className="grid gap-4">
        {hasPassword && (
          <Field label="Password" error={fields.password}>
            <PasswordInput name="password" autoComplete="current-password" />
          </Field>
        )}
        <CodeField error={fields.code} hint="Or a recovery code." />
        <FormFailure>{failure}</FormFailure>
        <Actions busy={busy} label="Turn off" />
      </form>
    </Dialog>
  );
}

function Actions({ busy, label }: { busy: boolean; label: string }) {
  return (
    <div className="flex justify-end gap-2">
      <DialogClose>
        <Button variant="ghost">Cancel</Button>
      </DialogClose>
      <Button type="submit" variant="primary" loading={busy}>
        {label}
      </Button>
    </div>
  );
}
