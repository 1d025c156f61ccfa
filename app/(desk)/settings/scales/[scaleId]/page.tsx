import type { Metadata } from "next";
import { TopBar } from "@/components/desk/top-bar";
import { ScaleEditor } from "@/components/scale/scale-editor";
import { UntilLive } from "@/components/ui/until-live";
import { requireActor } from "@/lib/auth/actor";
import { studioScaleView } from "@/lib/queries/scale-studio";
import { ForbiddenPage } from "../../../forbidden-page";
import { pageView } from "../../../page-view";

export const metadata: Metadata = { title: "Scale" };

export default async function ScalePage({ params }: { params: Promise<{ scaleId: string }> }) {
  const { scaleId } = await params;
  const actor = await requireActor(`/settings/scales/${scaleId}`);
  const scale = await pageView(studioScaleView(actor, scaleId));
  if (!scale) return <ForbiddenPage />;
  return (
    <>
      <TopBar crumbs={[{ label: "Settings", href: "/settings" }, { label: "Scales", href: "/settings/scales" }, { label: scale.name }]} />
      <main id="main" className="mx-auto w-full max-w-4xl px-4 py-8 sm:px-6">
        <UntilLive>
          <ScaleEditor key={scaleId} scale={scale} />
        </UntilLive>
      </main>
    </>
  );
}
