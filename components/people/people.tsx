"use client";

import { UserPlus } from "lucide-react";
import { useState, type ComponentProps } from "react";
import { useCommands } from "@/components/desk/use-commands";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { countOf } from "@/lib/ui/format";
import { DomainList } from "./domain-list";
import { InvitationList } from "./invitation-list";
import { InviteDialog } from "./invite-dialog";
import { PeopleTable } from "./people-table";

interface PeopleProps {
  members: ComponentProps<typeof PeopleTable>["members"];
  invitations: ComponentProps<typeof InvitationList>["invitations"];
  domains: ComponentProps<typeof DomainList>["domains"];
  proofs: ComponentProps<typeof DomainList>["proofs"];
  can: { admitDomains: boolean; invite: boolean; changeRoles: boolean; remove: boolean };
  selfId: string;
}

/** The workspace's people: members with their roles, and the invitations that wait. */
export function People({ members, invitations, domains, proofs, can, selfId }: PeopleProps) {
  const [inviting, setInviting] = useState(false);
  const invite = () => setInviting(true);
  useCommands("People", can.invite ? [{ id: "invite", label: "Invite somebody", keywords: ["member", "add"], icon: <UserPlus size={16} />, run: invite }] : []);

  return (
    <div className="grid grid-cols-1 gap-8">
      <PageHeader
        title="People"
        description={`${countOf(members.length, "member")}. ${can.changeRoles ? "A changed role counts at once." : "Admins invite people and change roles."}`}
        actions={
          can.invite && (
            <Button variant="primary" icon={<UserPlus aria-hidden size={16} />} onClick={invite}>
              Invite…
            </Button>
          )
        }
      />
      <PeopleTable members={members} selfId={selfId} canChangeRoles={can.changeRoles} canRemove={can.remove} />
      <section aria-labelledby="invitations">
        <h2 id="invitations" className="mb-2 font-text text-lg/6 font-semibold">
          Open invitations
        </h2>
        {invitations.length > 0 ? (
          <InvitationList invitations={invitations} canRevoke={can.invite} />
        ) : (
          <p className="text-sm text-ink-2">None is waiting. {can.invite && "An invitation is a link with a role; you send it yourself, or have it sent."}</p>
        )}
      </section>
      {can.admitDomains && <DomainList domains={domains} proofs={proofs} />}
      <InviteDialog open={inviting} mails={proofs.mail} onOpenChange={setInviting} />
    </div>
  );
}
