"use client";

import { signIn } from "next-auth/react";
import { useState } from "react";
import { Button } from "@/components/ui/button";

interface OutsideButtonsProps {
  services: readonly { id: string; name: string }[];
  /** Where to go afterwards: a path of this site. */
  next: string;
}

/** The services outside by which one can sign in. */
export function OutsideButtons({ services, next }: OutsideButtonsProps) {
  const [busy, setBusy] = useState<string | null>(null);

  async function leaveTo(id: string) {
    setBusy(id);
    try {
      await signIn(id, { callbackUrl: next });
    } catch {
      setBusy(null);
    }
  }

  return (
    <div className="mt-6 grid gap-2 border-t border-line pt-5">
      {services.map(({ id, name }) => (
        <Button key={id} size="lg" loading={busy === id} onClick={() => void leaveTo(id)}>
          Sign in with {name}
        </Button>
      ))}
    </div>
  );
}
