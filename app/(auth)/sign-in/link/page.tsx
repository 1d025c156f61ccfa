import type { Metadata } from "next";
import Link from "next/link";
import { Door } from "@/components/account/door";
import { LinkForm } from "@/components/account/link-form";
import { Button } from "@/components/ui/button";
import { linkOwner } from "@/lib/queries/account";
import { firstValue, type SearchParams } from "../../first-value";

export const metadata: Metadata = { title: "Sign in", referrer: "no-referrer" };

/** What a letter's link opens. It asks for a press, because programs that look into letters open links, too. */
export default async function LinkPage({ searchParams }: { searchParams: SearchParams }) {
  const token = (await firstValue(searchParams, "token"))?.slice(0, 200) ?? "";
  const owner = await linkOwner("sign_in", token);
  if (!owner) {
    return (
      <Door title="This link does not work any more" description="Each link works once, and not for long.">
        <Button asChild variant="primary" size="lg" className="w-full">
          <Link href="/sign-in">Go to sign-in</Link>
        </Button>
      </Door>
    );
  }
  return (
    <Door
      title="Sign in"
      description={
        <p>
          As <bdi className="font-semibold break-all text-ink">{owner.email}</bdi>, in this browser.
        </p>
      }
    >
      <LinkForm token={token} />
    </Door>
  );
}
