"use client";

import { Archive, ArchiveRestore, KeyRound, Pencil } from "lucide-react";
import { useState } from "react";
import { useDesk } from "@/components/desk/desk-context";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { IconButton } from "@/components/ui/button";
import { Cell, HeadCell, Row, Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import type { InstanceWorkspace } from "@/lib/domain/instance";
import { api } from "@/lib/ui/api";
import { formatDateShort } from "@/lib/ui/format";
import { RenameDialog } from "./rename-dialog";
import { useInstance } from "./use-instance";

/** The workspaces of the instance, and what can be done with them. */
export function WorkspaceTable({ workspaces }: { workspaces: readonly InstanceWorkspace[] }) {
  const { workspace: here } = useDesk();
  const act = useInstance();
  const [renaming, setRenaming] = useState<InstanceWorkspace | null>(null);
  const [closing, setClosing] = useState<InstanceWorkspace | null>(null);
  const close = ({ id, name }: InstanceWorkspace) => act(() => api.put(`/instance/workspaces/${id}/closure`, {}), `${name} is closed`, `${name} is still open`);
  const reopen = ({ id, name }: InstanceWorkspace) =>
    act(() => api.delete(`/instance/workspaces/${id}/closure`), `${name} is open again`, `${name} is still closed`);
  const run = ({ id, name }: InstanceWorkspace) =>
    act(() => api.put(`/instance/workspaces/${id}/admin`, {}), `You are admin of ${name}`, `You are not admin of ${name}`);

  return (
    <>
      <Table caption="Workspaces of the instance">
        <thead>
          <tr>
            <HeadCell>Name</HeadCell>
            <HeadCell className="max-sm:hidden">Admins</HeadCell>
            <HeadCell numeric>People</HeadCell>
            <HeadCell numeric className="max-sm:hidden">
              Documents
            </HeadCell>
            <HeadCell className="max-md:hidden">Since</HeadCell>
            <HeadCell>
              <span className="sr-only">What can be done</span>
            </HeadCell>
          </tr>
        </thead>
        <tbody>
          {workspaces.map((workspace) => (
            <Row key={workspace.id}>
              <Cell className="w-full max-w-0">
                <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
                  <bdi className="truncate">{workspace.name}</bdi>
                  {workspace.id === here.id && <Tag>You are here</Tag>}
                  {workspace.closedAt && <Tag>Closed</Tag>}
                </p>
              </Cell>
              <Cell className="max-w-48 truncate text-ink-2 max-sm:hidden">
                {workspace.admins.length > 0 ? workspace.admins.map(({ name }) => name).join(", ") : <span className="text-danger">None who may come in</span>}
              </Cell>
              <Cell numeric>{workspace.members}</Cell>
              <Cell numeric className="max-sm:hidden">
                {workspace.documents}
              </Cell>
              <Cell className="whitespace-nowrap text-ink-2 max-md:hidden">{formatDateShort(workspace.createdAt)}</Cell>
              <Cell className="ps-0 text-end whitespace-nowrap">
                {workspace.admins.length === 0 && (
                  <IconButton label={`Become admin of ${workspace.name}`} icon={<KeyRound size={14} />} onClick={() => void run(workspace)} />
                )}
                <IconButton label={`Rename ${workspace.name}`} icon={<Pencil size={14} />} onClick={() => setRenaming(workspace)} />
                {workspace.closedAt ? (
                  <IconButton label={`Open ${workspace.name} again`} icon={<ArchiveRestore size={14} />} onClick={() => void reopen(workspace)} />
                ) : (
                  <IconButton
                    label={workspace.id === here.id ? "Go to another workspace to close this one" : `Close ${workspace.name}`}
                    disabled={workspace.id === here.id}
                    icon={<Archive size={14} />}
                    onClick={() => setClosing(workspace)}
                  />
                )}
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
      {renaming && <RenameDialog key={renaming.id} workspace={renaming} onClose={() => setRenaming(null)} />}
      {closing && (
        <AlertDialog
          open
          onOpenChange={() => setClosing(null)}
          title={`Close ${closing.name}?`}
          description="Nobody gets in any more, and whoever is in it is cut off at once. All of it is kept, what it published stays published, and you can open it again."
          confirmLabel="Close the workspace"
          danger
          onConfirm={() => void close(closing)}
        />
      )}
    </>
  );
}
