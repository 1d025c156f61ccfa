"use client";

import Link from "next/link";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { api } from "@/lib/ui/api";
import { FormFailure } from "./form-failure";
import { useSubmit } from "./use-submit";

/** Shows that the address of the account is one's own, by the link that was opened. */
export function ProveAddressForm({ token }: { token: string }) {
  const [done, setDone] = useState(false);
  const { busy, failure, onSubmit } = useSubmit(async () => {
    await api.put("/account/address", { token });
    setDone(true);
    return null;
  });
  if (done) {
    return (
      <div className="grid gap-4">
        <p role="status" className="rounded bg-accent-wash px-3 py-2 text-sm">
          Your address is known to be yours now.
        </p>
        <Button asChild variant="primary" size="lg">
          <Link href="/profile">Go to your profile</Link>
        </Button>
      </div>
    );
  }
  return (
    <form method="post" onSubmit={onSubmit} className="grid gap-4">
      <FormFailure>{failure}</FormFailure>
      <Button type="submit" variant="primary" size="lg" loading={busy}>
        Yes, it is mine
      </Button>
    </form>
  );
}
