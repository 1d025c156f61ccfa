"use client";

import { Plus } from "lucide-react";
import Link from "next/link";
import type { ComponentProps } from "react";
import { ProfileSection } from "@/components/account/profile-section";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { RadioGroup } from "@/components/ui/radio";
import type { InstanceWorkspace, WorkspaceMakers } from "@/lib/domain/instance";
import { api } from "@/lib/ui/api";
import { countOf } from "@/lib/ui/format";
import { InstancePeople } from "./instance-people";
import { useInstance } from "./use-instance";
import { WorkspaceTable } from "./workspace-table";

const MAKERS: readonly { value: WorkspaceMakers; label: string; hint: string }[] = [
  { value: "owner", label: "Only you", hint: "Others ask you for one." },
  { value: "admins", label: "You, and admins", hint: "Whoever is admin of the workspace they are in." },
  { value: "everyone", label: "Everybody", hint: "Whoever has an account here." },
];

interface InstanceProps {
  workspaceMakers: WorkspaceMakers;
  workspaces: readonly InstanceWorkspace[];
  people: ComponentProps<typeof InstancePeople>["people"];
}

/** What whoever runs the instance looks after: its workspaces, its people, who may make workspaces. */
export function Instance({ workspaceMakers, workspaces, people }: InstanceProps) {
  const act = useInstance();
  const choose = (next: WorkspaceMakers) =>
    void act(() => api.patch("/instance", { workspaceMakers: next }), "Saved", "Who may make workspaces did not change");
  return (
    <>
      <div className="pb-8">
        <PageHeader
          title="Instance"
          description="You run this instance. You see which workspaces and people there are, and nothing of what they work on where you are no member."
        />
      </div>
      <section aria-labelledby="workspaces" className="grid gap-3 border-t border-line py-8">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <div>
            <h2 id="workspaces" className="font-text text-lg/6 font-semibold">
              Workspaces
            </h2>
            <p className="mt-1 text-sm text-ink-2">{countOf(workspaces.length, "workspace")}.</p>
          </div>
          <Button asChild variant="primary">
            <Link href="/workspaces/new">
              <Plus aria-hidden size={16} />
              New workspace…
            </Link>
          </Button>
        </div>
        <WorkspaceTable workspaces={workspaces} />
      </section>
      <InstancePeople people={people} />
      <ProfileSection title="Who may make workspaces" description="Whoever makes one becomes its admin.">
        <RadioGroup label="Who may make workspaces" options={MAKERS} value={workspaceMakers} onChange={choose} />
      </ProfileSection>
    </>
  );
}
