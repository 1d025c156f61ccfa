import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Door } from "@/components/account/door";
import { LeaveButton } from "@/components/account/leave-button";
import { WorkspaceDoors } from "@/components/account/workspace-doors";
import { OwnDecisions } from "@/components/moderation/own-moderation";
import { currentPerson, isOut } from "@/lib/auth/actor";
import { ownWorkspaces } from "@/lib/queries/memberships";
import { ownModeration } from "@/lib/queries/moderation-own";
import { HOME_PATH } from "@/lib/ui/next-path";
import { SaveStatusProvider } from "@/lib/ui/save-status";

export const metadata: Metadata = { title: "You may not come in" };

/** Where somebody who may not come in reads why, and can appeal. */
export default async function SuspendedPage() {
  const person = await currentPerson();
  if (!person) redirect("/sign-in");
  if (!isOut(person)) redirect(HOME_PATH);
  const { decisions } = await ownModeration(person);
  const others = (await ownWorkspaces(person)).filter(({ id }) => id !== person.workspaceId);
  const until = person.sanction?.until?.toISOString().slice(0, 10);
  return (
    <Door
      title={person.sanction?.kind === "ban" ? "You are banned here" : "You are suspended here"}
      description={
        until ? `A moderator decided so. You can come in again after ${until}.` : "A moderator decided so. Why is said below, and you can appeal once."
      }
    >
      <SaveStatusProvider personId={person.userId}>
        <OwnDecisions decisions={decisions} personId={person.userId} />
      </SaveStatusProvider>
      <div className="mt-5 grid gap-2">
        <WorkspaceDoors personId={person.userId} workspaces={others} />
        <LeaveButton />
      </div>
    </Door>
  );
}
