import type { Metadata } from "next";
import Link from "next/link";
import { Door } from "@/components/account/door";
import { JoinAsOneself } from "@/components/account/join-as-oneself";
import { JoinForm } from "@/components/account/join-form";
import { ROLE_WORDS } from "@/components/people/role-words";
import { Button } from "@/components/ui/button";
import { currentPerson } from "@/lib/auth/actor";
import { invitationView } from "@/lib/queries/people";
import { firstValue, type SearchParams } from "../first-value";

export const metadata: Metadata = { title: "Invitation", referrer: "no-referrer" };

export default async function InvitationPage({ searchParams }: { searchParams: SearchParams }) {
  const token = (await firstValue(searchParams, "token"))?.slice(0, 200) ?? "";
  const invitation = token ? await invitationView(token) : null;
  if (!invitation) {
    return (
      <Door
        title="This invitation does not work any more"
        description="Each link works once and for a few days, and an admin can take it back. Ask for a new one; if you have joined already, sign in."
      >
        <Button asChild variant="primary" size="lg" className="w-full">
          <Link href="/sign-in">Sign in</Link>
        </Button>
      </Door>
    );
  }
  const person = await currentPerson();
  const role = ROLE_WORDS[invitation.role];
  return (
    <Door
      title={`Join ${invitation.workspace.name}`}
      description={
        <p>
          As <strong className="font-semibold text-ink">{role.label.toLowerCase()}</strong> you can {role.can}.
        </p>
      }
    >
      {person ? (
        <JoinAsOneself
          token={token}
          person={{ id: person.userId, name: person.name, email: person.email }}
          path={`/invitation?token=${encodeURIComponent(token)}`}
        />
      ) : (
        <JoinForm token={token} email={invitation.email} />
      )}
    </Door>
  );
}
