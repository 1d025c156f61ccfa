import type { Metadata } from "next";
import Link from "next/link";
import { Door } from "@/components/account/door";
import { LeaveButton } from "@/components/account/leave-button";
import { ProveAddressForm } from "@/components/account/prove-address-form";
import { Button } from "@/components/ui/button";
import { currentPerson } from "@/lib/auth/actor";
import { linkOwner } from "@/lib/queries/account";
import { firstValue, type SearchParams } from "../first-value";

export const metadata: Metadata = { title: "Your address", referrer: "no-referrer" };

/** What the link of a letter opens by which somebody shows that the address of their account is theirs: in a session of that account, which the owner of the address may not have. */
export default async function AddressPage({ searchParams }: { searchParams: SearchParams }) {
  const token = (await firstValue(searchParams, "token"))?.slice(0, 200) ?? "";
  const owner = await linkOwner("prove_address", token);
  if (!owner) {
    return (
      <Door title="This link does not work any more" description="Each link works once, and not for long. Ask for a new one in your profile.">
        <Button asChild variant="primary" size="lg" className="w-full">
          <Link href="/profile">Go to your profile</Link>
        </Button>
      </Door>
    );
  }
  const address = <bdi className="font-semibold wrap-anywhere text-ink">{owner.email}</bdi>;
  const person = await currentPerson();
  if (person?.userId === owner.userId) {
    return (
      <Door title="Is this your address?" description={<p>You show by this that {address} is yours. Nothing else changes.</p>}>
        <ProveAddressForm token={token} />
      </Door>
    );
  }
  const here = `/address?token=${encodeURIComponent(token)}`;
  return (
    <Door
      title="Sign in to your account first"
      description={
        <p>
          This link is for the account with {address}.{" "}
          {person ? "You are signed in as somebody else in this browser." : "You are not signed in in this browser."}
        </p>
      }
    >
      <div className="grid gap-5">
        {person ? (
          <LeaveButton path={`/sign-in?next=${encodeURIComponent(here)}`} label="Use another account" />
        ) : (
          <Button asChild variant="primary" size="lg" className="w-full">
            <Link href={`/sign-in?next=${encodeURIComponent(here)}`}>Sign in</Link>
          </Button>
        )}
        <div className="border-t border-line pt-4 text-sm text-pretty text-ink-2">
          <p className="font-semibold text-ink">You have made no account here?</p>
          <p className="mt-1">
            Then somebody typed your address. Do nothing, or{" "}
            <Link href="/forgotten" className="text-accent underline underline-offset-2">
              set a password for it
            </Link>
            : the account is yours then, and whoever made it is shut out.
          </p>
        </div>
      </div>
    </Door>
  );
}
