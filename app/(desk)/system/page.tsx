import type { Metadata } from "next";
import { TopBar } from "@/components/desk/top-bar";
import { System } from "@/components/system/system";
import { requireActor } from "@/lib/auth/actor";
import { systemView } from "@/lib/queries/system";
import { ForbiddenPage } from "../forbidden-page";
import { pageView } from "../page-view";

export const metadata: Metadata = { title: "System" };

export default async function SystemPage() {
  const actor = await requireActor("/system");
  const view = await pageView(systemView(actor));
  if (!view) return <ForbiddenPage />;
  return (
    <>
      <TopBar />
      <main id="main" className="mx-auto w-full max-w-4xl px-4 py-8 sm:px-6">
        <System view={view} />
      </main>
    </>
  );
}
