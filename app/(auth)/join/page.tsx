import type { Metadata } from "next";
import Link from "next/link";
import { AskForLinkForm } from "@/components/account/ask-for-link-form";
import { Door } from "@/components/account/door";
import { JoinByDomainForm } from "@/components/account/join-by-domain-form";
import { SignInLink } from "@/components/account/sign-in-link";
import { Button } from "@/components/ui/button";
import { outsideButtons } from "@/lib/auth/outside-providers";
import { env } from "@/lib/env";
import { joinView } from "@/lib/queries/joinable";
import { firstValue, type SearchParams } from "../first-value";

export const metadata: Metadata = { title: "Join", referrer: "no-referrer" };

/** Where one joins by the domain of one's address: first the letter is asked for, then its link leads here again. */
export default async function JoinPage({ searchParams }: { searchParams: SearchParams }) {
  const token = await firstValue(searchParams, "token");
  if (token === undefined) return env.SMTP_URL ? <Ask /> : <NoMail services={outsideButtons().map(({ name }) => name)} />;
  const view = await joinView(token.slice(0, 200));
  if (!view) {
    return (
      <Door title="This link does not work any more" description="Each link works once, and not for long. If you have joined already, sign in.">
        <div className="grid gap-2">
          <Button asChild variant="primary" size="lg" className="w-full">
            <Link href="/join">Ask for a new link</Link>
          </Button>
          <SignInLink />
        </div>
      </Door>
    );
  }
  const [only] = view.workspaces;
  return (
    <Door
      title={only && view.workspaces.length === 1 ? `Join ${only.name}` : "Join a workspace"}
      description={
        <p>
          With the address <bdi className="font-semibold break-all text-ink">{view.email}</bdi>.
        </p>
      }
    >
      <JoinByDomainForm token={token} {...view} />
    </Door>
  );
}

function Ask() {
  return (
    <Door
      title="Join with your work e-mail"
      description="Some workspaces admit everybody with an address of theirs. You get a letter with a link by which you join."
    >
      <AskForLinkForm kind="join" />
    </Door>
  );
}

function NoMail({ services }: { services: readonly string[] }) {
  return (
    <Door
      title="Ask an admin for an invitation"
      description={
        services.length === 0
          ? "This installation sends no e-mail, so that it cannot see whose address it is. An admin of the workspace can make an invitation for you under “People”."
          : `This installation sends no e-mail, so that it cannot see whose address it is. Sign in by ${services.join(" or ")}, which vouches for your address; or ask an admin of the workspace for an invitation.`
      }
    >
      <SignInLink />
    </Door>
  );
}
