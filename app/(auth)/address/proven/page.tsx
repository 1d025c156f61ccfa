import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { CutOffRead } from "@/components/account/cut-off-read";
import { Door } from "@/components/account/door";
import { currentPerson } from "@/lib/auth/actor";
import { env } from "@/lib/env";
import { secondFactorView } from "@/lib/queries/second-factor";
import { HOME_PATH } from "@/lib/ui/next-path";

export const metadata: Metadata = { title: "Your account is yours alone now" };

/** Where the owner of an address reads, once, what was cut off when they showed that it is theirs. */
export default async function ProvenPage() {
  const person = await currentPerson();
  if (!person) redirect("/sign-in");
  if (!person.unreadCutOff) redirect(HOME_PATH);
  const { hasPassword } = await secondFactorView(person);
  return (
    <Door
      title="Your account is yours alone now"
      description={
        <p>
          You have shown that <bdi className="font-semibold wrap-anywhere text-ink">{person.email}</bdi> is your address. Until now somebody had only typed it:
          you, or another person.
        </p>
      }
    >
      <div className="grid gap-4 text-sm text-pretty">
        <p className="rounded bg-accent-wash px-3 py-2">
          Whatever opened the account before does not open it any more: {hasPassword ? "the earlier password" : "its password"}, its sessions, its second
          factor, and links that were sent or made for it.
        </p>
        <p className="text-ink-2">
          What was written under the account stays, as the work of <bdi className="font-semibold text-ink">{person.name}</bdi>. If it was not you who wrote it,
          tell an admin of your workspace.
        </p>
        <CutOffRead withoutPassword={!hasPassword && env.SMTP_URL !== undefined} />
      </div>
    </Door>
  );
}
