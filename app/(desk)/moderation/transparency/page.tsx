import type { Metadata } from "next";
import { TopBar } from "@/components/desk/top-bar";
import { Transparency } from "@/components/moderation/transparency";
import { requireActor } from "@/lib/auth/actor";
import { transparencyView } from "@/lib/queries/transparency";

export const metadata: Metadata = { title: "Moderation in numbers" };

export default async function TransparencyPage() {
  const actor = await requireActor("/moderation/transparency");
  const view = await transparencyView(actor);
  return (
    <>
      <TopBar />
      <main id="main" className="mx-auto grid w-full max-w-3xl gap-8 px-4 py-8 sm:px-6">
        <Transparency {...view} />
      </main>
    </>
  );
}
