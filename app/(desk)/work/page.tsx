import type { Metadata } from "next";
import { TopBar } from "@/components/desk/top-bar";
import { PageHeader } from "@/components/ui/page-header";
import { FreshWork } from "@/components/work/fresh-work";
import { MyWork } from "@/components/work/my-work";
import { requireActor } from "@/lib/auth/actor";
import { myWork } from "@/lib/queries/my-work";

export const metadata: Metadata = { title: "My work" };

export default async function WorkPage() {
  const actor = await requireActor("/work");
  const work = await myWork(actor);
  return (
    <>
      <TopBar />
      <main id="main" className="mx-auto grid w-full max-w-4xl gap-8 px-4 py-8 sm:px-6">
        <PageHeader title="My work" />
        <MyWork work={work} />
        <FreshWork total={work.total} />
      </main>
    </>
  );
}
