"use client";

import { useState } from "react";
import { KeyRound, LogOut, UserMinus } from "lucide-react";
import { ReportButton } from "@/components/moderation/report-button";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Avatar } from "@/components/ui/avatar";
import { IconButton } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { Cell, HeadCell, Row, Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import type { Role } from "@/lib/domain/role";
import { formatDateShort } from "@/lib/ui/format";
import { ResetDialog } from "./reset-dialog";
import { ROLE_OPTIONS, ROLE_WORDS } from "./role-words";
import { useChangeRole } from "./use-change-role";
import { useRemoveMember } from "./use-remove-member";

interface Member {
  id: string;
  name: string;
  email: string;
  role: Role;
  joinedAt: string;
  secondFactor: boolean;
  can: { reset: boolean };
}

interface PeopleTableProps {
  members: readonly Member[];
  /** The reader of this page. */
  selfId: string;
  canChangeRoles: boolean;
  canRemove: boolean;
}

/** Who belongs to the workspace, and as what. */
export function PeopleTable({ members, selfId, canChangeRoles, canRemove }: PeopleTableProps) {
  const { change, roleOf, busy } = useChangeRole();
  const [leaving, setLeaving] = useState<Member | null>(null);
  const [resetting, setResetting] = useState<Member | null>(null);
  const remove = useRemoveMember(selfId);
  const [giveUp, setGiveUp] = useState<{ member: Member; role: Role } | null>(null);

  function choose(member: Member, value: string) {
    const role = ROLE_OPTIONS.find((option) => option.value === value)?.value;
    if (!role || role === roleOf(member)) return;
    // One's own way back would be closed.
    if (member.id === selfId) setGiveUp({ member, role });
    else void change(member, role);
  }

  return (
    <>
      <Table caption="Members">
        <thead>
          <tr>
            <HeadCell>Name</HeadCell>
            <HeadCell>Role</HeadCell>
            <HeadCell className="max-sm:hidden">Since</HeadCell>
            <HeadCell>
              <span className="sr-only">Membership, report</span>
            </HeadCell>
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <Row key={member.id}>
              <Cell className="w-full max-w-0">
                <div className="flex items-center gap-3">
                  <span className="max-sm:hidden">
                    <Avatar id={member.id} name={member.name} decorative />
                  </span>
                  <div className="min-w-0">
                    <p className="flex flex-wrap items-center gap-x-2 font-medium">
                      <bdi className="min-w-0 truncate">{member.name}</bdi> {member.id === selfId && <Tag>You</Tag>}
                    </p>
                    <p className="truncate text-xs text-ink-3">{member.email}</p>
                  </div>
                </div>
              </Cell>
              <Cell>
                {canChangeRoles ? (
                  <Select
                    aria-label={`Role of ${member.name}`}
                    options={ROLE_OPTIONS}
                    value={roleOf(member)}
                    disabled={busy === member.id}
                    onChange={(event) => choose(member, event.target.value)}
                    className="w-32 max-sm:w-27"
                  />
                ) : (
                  ROLE_WORDS[member.role].label
                )}
              </Cell>
              <Cell className="whitespace-nowrap text-ink-2 max-sm:hidden">{formatDateShort(member.joinedAt)}</Cell>
              <Cell className="ps-0 whitespace-nowrap">
                {/* In two rows on a phone, so that names have room. */}
                <div className="flex items-center max-sm:w-16 max-sm:flex-wrap">
                  {member.can.reset && (
                    <IconButton label={`Help ${member.name} to sign in`} icon={<KeyRound size={14} />} onClick={() => setResetting(member)} />
                  )}
                  {(canRemove || member.id === selfId) && (
                    <IconButton
                      label={member.id === selfId ? "Leave the workspace" : `Remove ${member.name}`}
                      icon={member.id === selfId ? <LogOut size={14} /> : <UserMinus size={14} />}
                      onClick={() => setLeaving(member)}
                    />
                  )}
                  {member.id !== selfId && <ReportButton subject="person" id={member.id} name={member.name} />}
                </div>
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
      {resetting && <ResetDialog member={resetting} onClose={() => setResetting(null)} />}
      {leaving && (
        <AlertDialog
          open
          onOpenChange={() => setLeaving(null)}
          title={leaving.id === selfId ? "Leave this workspace?" : `Remove ${leaving.name}?`}
          description={
            leaving.id === selfId
              ? "You will see nothing of it any more. What you wrote stays, with your name. An admin can invite you again."
              : "What they wrote stays, with their name. Claims they work on go back to the pool. You can invite them again."
          }
          confirmLabel={leaving.id === selfId ? "Leave" : "Remove"}
          danger
          onConfirm={() => void remove(leaving)}
        />
      )}
      {giveUp && (
        <AlertDialog
          open
          onOpenChange={() => setGiveUp(null)}
          title={`Become ${ROLE_WORDS[giveUp.role].label.toLowerCase()} yourself?`}
          description="You will not be able to invite people or to change roles any more. Another admin can give the role back."
          confirmLabel="Change my role"
          danger
          onConfirm={() => void change(giveUp.member, giveUp.role)}
        />
      )}
    </>
  );
}
