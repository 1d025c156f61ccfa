import type { Metadata } from "next";
import Link from "next/link";
import { Door } from "@/components/account/door";
import { SetUpForm } from "@/components/account/set-up-form";
import { Button } from "@/components/ui/button";
import { isSetUp } from "@/lib/queries/workspace";
import { firstValue, type SearchParams } from "../first-value";

export const metadata: Metadata = { title: "Set up", referrer: "no-referrer" };

export default async function SetUpPage({ searchParams }: { searchParams: SearchParams }) {
  if (await isSetUp()) {
    return (
      <Door
        title="This instance is set up"
        description="It has a workspace and an admin. Sign in; or, if you have no account yet, ask an admin for an invitation."
      >
        <Button asChild variant="primary" size="lg" className="w-full">
          <Link href="/sign-in">Sign in</Link>
        </Button>
      </Door>
    );
  }
  const token = (await firstValue(searchParams, "token"))?.slice(0, 200) ?? "";
  return (
    <Door title="Set up your workspace" description="You become its first admin, and can invite the others afterwards.">
      <SetUpForm token={token} />
    </Door>
  );
}
