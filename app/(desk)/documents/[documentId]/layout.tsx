import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { currentActor } from "@/lib/auth/actor";
import { documentHead } from "./head";

interface DocumentLayoutProps {
  params: Promise<{ documentId: string }>;
  children: ReactNode;
}

/** Says that there is no such document while the answer can still be 404: what a page finds out behind its loading state comes too late for that. */
export default async function DocumentLayout({ params, children }: DocumentLayoutProps) {
  const actor = await currentActor();
  if (actor && (await documentHead(actor, (await params).documentId)) === null) notFound();
  return children;
}
