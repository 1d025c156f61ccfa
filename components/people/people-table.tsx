"use client";

import { useState } from "react";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Avatar } from "@/components/ui/avatar";
import { Select } from "@/components/ui/select";
import { Cell, HeadCell, Row, Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import type { Role } from "@/lib/domain/role";
import { formatDateShort } from "@/lib/ui/format";
import { ROLE_OPTIONS, ROLE_WORDS } from "./role-words";
import { useChangeRole } from "./use-change-role";

interface Member {
  id: string;
  name: string;
  email: string;
  role: Role;
  joinedAt: string;
}

interface PeopleTableProps {
  members: readonly Member[];
  /** The reader of this page. */
  selfId: string;
  canChangeRoles: boolean;
}

/** Who belongs to the workspace, and as what. */
export function PeopleTable({ members, selfId, canChangeRoles }: PeopleTableProps) {
  const { change, roleOf, busy } = useChangeRole();
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
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <Row key={member.id}>
              <Cell className="w-full max-w-0">
                <div className="flex items-center gap-3">
                  <Avatar id={member.id} name={member.name} decorative />
                  <div className="min-w-0">
                    <p className="flex items-center gap-2 font-medium">
                      <bdi className="truncate">{member.name}</bdi> {member.id === selfId && <Tag>You</Tag>}
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
                    className="w-32"
                  />
                ) : (
                  ROLE_WORDS[member.role].label
                )}
              </Cell>
              <Cell className="whitespace-nowrap text-ink-2 max-sm:hidden">{formatDateShort(member.joinedAt)}</Cell>
            </Row>
          ))}
        </tbody>
      </Table>
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
