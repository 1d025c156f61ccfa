import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { TopBar } from "@/components/desk/top-bar";
import { Instance } from "@/components/instance/instance";
import { instanceHref, loadInstanceParams } from "@/components/instance/instance-params";
import { requireActor } from "@/lib/auth/actor";
import { getInstance, ListInstancePeople, listInstancePeople } from "@/lib/queries/instance";
import { ForbiddenPage } from "../forbidden-page";
import { pageView } from "../page-view";

export const metadata: Metadata = { title: "Instance" };

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function InstancePage({ searchParams }: PageProps) {
  const asked = await loadInstanceParams(searchParams);
  const actor = await requireActor(instanceHref(asked));
  const view = await pageView(getInstance.run(actor, {}));
  if (!view) return <ForbiddenPage />;
  const people = await listInstancePeople.run(actor, ListInstancePeople.safeParse(asked).data ?? ListInstancePeople.parse({}));
  const last = Math.max(1, Math.ceil(people.total / people.pageSize));
  if (asked.page > last) redirect(instanceHref({ ...asked, page: last }));
  return (
    <>
      <TopBar />
      <main id="main" className="mx-auto w-full max-w-5xl px-4 py-8 sm:px-6">
        <NuqsAdapter>
          <Instance {...view} people={people} />
        </NuqsAdapter>
      </main>
    </>
  );
}
