import { headers } from "next/headers";
import Link from "next/link";
import { OtherWorkspacePlace } from "@/components/desk/other-workspace-place";
import { TopBar } from "@/components/desk/top-bar";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { currentActor } from "@/lib/auth/actor";
import { workspaceElsewhere } from "@/lib/queries/memberships";
import { HOME_PATH } from "@/lib/ui/next-path";

export default async function DeskNotFound() {
  const path = (await headers()).get("x-path") ?? HOME_PATH;
  const there = await documentElsewhere(path);
  return (
    <>
      <TopBar />
      <main id="main">
        <title>{there ? "In another workspace" : "Not found"}</title>
        {there ? <OtherWorkspacePlace there={there} path={path} /> : <Nothing />}
      </main>
    </>
  );
}

/** The other workspace of the reader's in which the page's document is. A link that somebody sends one does not know in which workspace one is just now. */
async function documentElsewhere(path: string) {
  const documentId = /^\/documents\/([\w-]{1,64})(?:[/?#]|$)/.exec(path)?.[1];
  const actor = documentId === undefined ? null : await currentActor();
  return documentId !== undefined && actor ? workspaceElsewhere(actor, documentId) : null;
}

function Nothing() {
  return (
    <EmptyState
      as="h1"
      title="There is nothing at this address"
      className="py-20"
      action={
        <Button asChild variant="primary">
          <Link href={HOME_PATH}>To the documents</Link>
        </Button>
      }
    >
      It may have been moved or deleted, or it belongs to a workspace that you are not a member of.
    </EmptyState>
  );
}
