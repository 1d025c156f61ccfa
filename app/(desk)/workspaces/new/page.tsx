import type { Metadata } from "next";
import { TopBar } from "@/components/desk/top-bar";
import { NewWorkspaceForm } from "@/components/instance/new-workspace-form";
import { requireActor } from "@/lib/auth/actor";
import { mayMakeWorkspaces } from "@/lib/queries/instance";
import { ForbiddenPage } from "../../forbidden-page";

export const metadata: Metadata = { title: "New workspace" };

export default async function NewWorkspacePage() {
  const actor = await requireActor("/workspaces/new");
  if (!(await mayMakeWorkspaces(actor))) return <ForbiddenPage />;
  return (
    <>
      <TopBar />
      <main id="main" className="mx-auto w-full max-w-xl px-4 py-8 sm:px-6">
        <NewWorkspaceForm />
      </main>
    </>
  );
}
