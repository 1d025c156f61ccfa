"use client";

import { useState } from "react";
import { CopyField } from "@/components/people/copy-field";
import { Button } from "@/components/ui/button";
import type { NewSecondFactor } from "@/lib/domain/second-factor";
import { api, apiErrorOf } from "@/lib/ui/api";
import { CodeField } from "./code-field";
import { FormFailure } from "./form-failure";
import { QrCode } from "./qr-code";
import { RecoveryCodes } from "./recovery-codes";
import { textOf, useSubmit } from "./use-submit";

/** Sets a second factor up: the app takes the secret, a code shows that it has it, and the recovery codes are kept. */
export function SetUpSecondFactor({ onDone }: { onDone: () => void }) {
  const [begun, setBegun] = useState<NewSecondFactor | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  async function begin() {
    setBusy(true);
    setFailure(null);
    try {
      setBegun(await api.post<NewSecondFactor>("/account/second-factor", {}));
    } catch (error) {
      setFailure(apiErrorOf(error).message);
    }
    setBusy(false);
  }

  if (codes) return <RecoveryCodes codes={codes} onKept={onDone} />;
  if (begun) return <Confirm {...begun} onConfirmed={setCodes} />;
  return (
    <div className="grid gap-4">
      <p className="text-sm">You need an app that makes codes, such as the one of your password manager, on a device that you have with you.</p>
      <FormFailure>{failure}</FormFailure>
      <div>
        <Button variant="primary" loading={busy} onClick={() => void begin()}>
          Set up a second factor
        </Button>
      </div>
    </div>
  );
}

function Confirm({ secret, address, onConfirmed }: NewSecondFactor & { onConfirmed: (codes: readonly string[]) => void }) {
  const { busy, failure, fields, onSubmit } = useSubmit(async (values) => {
    const { recoveryCodes } = await api.put<{ recoveryCodes: string[] }>("/account/second-factor", { code: textOf(values, "code") });
    onConfirmed(recoveryCodes);
    return null;
  });
  return (
    <ol className="grid gap-5 text-sm">
      <li className="grid gap-3">
        <p>1. Let the app read this picture, or type the key into it.</p>
        <QrCode text={address} label="Picture for the app. Its key stands below as text." />
        <CopyField label="Key" value={secret} hint="For time-based codes of six digits." />
      </li>
      <li>
        <form onSubmit={onSubmit} className="grid max-w-sm gap-4">
          <p>2. Type the code that the app shows now.</p>
          <CodeField error={fields.code} />
          <FormFailure>{failure}</FormFailure>
          <div>
            <Button type="submit" variant="primary" loading={busy}>
              Turn it on
            </Button>
          </div>
        </form>
      </li>
    </ol>
  );
}
