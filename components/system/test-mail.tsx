"use client";

import { Send } from "lucide-react";
import { FormFailure } from "@/components/account/form-failure";
import { useSubmit } from "@/components/account/use-submit";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { SystemView } from "@/lib/domain/system";
import { api } from "@/lib/ui/api";
import { countOf } from "@/lib/ui/format";

/** Whether e-mail is sent, and a letter to oneself to see whether it arrives. */
export function TestMail({ mail }: Pick<SystemView, "mail">) {
  const { busy, failure, onSubmit } = useSubmit(async () => {
    const { to } = await api.post<{ to: string }>("/system/test-mail", {});
    toast.success("Test sent", `The mail server has taken it for ${to}. Look whether it arrives.`);
    return null;
  });
  return (
    <section aria-labelledby="mail">
      <h2 id="mail" className="mb-2 font-text text-lg/6 font-semibold">
        E-mail
      </h2>
      {mail.configured ? (
        <form method="post" onSubmit={onSubmit} className="grid gap-3">
          <p className="text-sm text-ink-2">
            {mail.waiting === 0 ? "Nothing waits to be sent." : `${countOf(mail.waiting, "e-mail")} ${mail.waiting === 1 ? "waits" : "wait"} to be sent.`}
          </p>
          <FormFailure>{failure}</FormFailure>
          <div>
            <Button type="submit" icon={<Send aria-hidden size={14} />} loading={busy}>
              Send me a test
            </Button>
          </div>
        </form>
      ) : (
        <p className="text-sm text-ink-2">
          None is sent. Set SMTP_URL and MAIL_FROM where the server is started, if people should get notifications by e-mail.
        </p>
      )}
    </section>
  );
}
