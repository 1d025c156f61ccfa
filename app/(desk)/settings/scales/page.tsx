import type { Metadata } from "next";
import { TopBar } from "@/components/desk/top-bar";
import { Scales } from "@/components/scale/scales";
import { requireActor } from "@/lib/auth/actor";
import { studioView } from "@/lib/queries/scale-studio";
import { ForbiddenPage } from "../../forbidden-page";
import { pageView } from "../../page-view";

export const metadata: Metadata = { title: "Scales" };

export default async function ScalesPage() {
  const actor = await requireActor("/settings/scales");
  const scales = await pageView(studioView(actor));
  if (!scales) return <ForbiddenPage />;
  return (
    <>
      <TopBar crumbs={[{ label: "Settings", href: "/settings" }, { label: "Scales" }]} />
      <main id="main" className="mx-auto w-full max-w-4xl px-4 py-8 sm:px-6">
        <Scales scales={scales} />
      </main>
    </>
  );
}
