import type { Metadata } from "next";
import Link from "next/link";
import { Door } from "@/components/account/door";
import { ResetForm } from "@/components/account/reset-form";
import { Button } from "@/components/ui/button";
import { linkOwner } from "@/lib/queries/account";
import { firstValue, type SearchParams } from "../first-value";

export const metadata: Metadata = { title: "New password", referrer: "no-referrer" };

export default async function ResetPage({ searchParams }: { searchParams: SearchParams }) {
  const token = (await firstValue(searchParams, "token"))?.slice(0, 200) ?? "";
  const owner = await linkOwner("set_password", token);
  if (!owner) {
    return (
      <Door title="This link does not work any more" description="Each link works once, and not for long. Ask for a new one.">
        <Button asChild variant="primary" size="lg" className="w-full">
          <Link href="/forgotten">Ask for a new link</Link>
        </Button>
      </Door>
    );
  }
  return (
    <Door title="Set a new password" description="It ends all your sessions; you sign in with it afterwards.">
      <ResetForm token={token} email={owner.email} />
    </Door>
  );
}
