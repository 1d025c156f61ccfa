"use client";

import { MailQuestion } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { LINK_MINUTES } from "@/lib/domain/token";
import { api } from "@/lib/ui/api";
import { FormFailure } from "./form-failure";
import { useSubmit } from "./use-submit";

/** Says that nobody has shown yet whose address it is, and sends the link by which one does. */
export function UnprovenAddress() {
  const [asked, setAsked] = useState(false);
  const { busy, failure, onSubmit } = useSubmit(async () => {
    await api.post("/account/address-requests", {});
    setAsked(true);
    return null;
  });
  return (
    <section aria-label="Your address" className="mb-8 grid gap-3 rounded border border-line bg-sunk p-4 text-sm">
      <div className="flex items-start gap-3">
        <MailQuestion aria-hidden size={18} className="mt-px shrink-0 text-ink-2" />
        <div className="grid min-w-0 gap-1 text-pretty">
          <h2 className="font-semibold">Nobody has shown yet that this address is yours</h2>
          <p className="text-ink-2">
            A letter to it shows that. Without it, your first sign-in by e-mail or another service, or a new password by a letter, cuts off what was before:
            your password, your sessions and your second factor.
          </p>
        </div>
      </div>
      {asked ? (
        <p role="status" className="ps-[1.875rem]">
          The letter is on its way. Open its link in this browser; it works once, for {String(LINK_MINUTES.prove_address)} minutes.
        </p>
      ) : (
        <form method="post" onSubmit={onSubmit} className="grid gap-3 ps-[1.875rem]">
          <FormFailure>{failure}</FormFailure>
          <div>
            <Button type="submit" loading={busy}>
              Send me the link
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}
