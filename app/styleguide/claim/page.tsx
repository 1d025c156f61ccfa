import type { Metadata } from "next";
import { ROLES } from "@/lib/domain/role";
import { ClaimSpecimen } from "./claim-specimen";

export const metadata: Metadata = { title: "Style guide: claim" };

interface PageProps {
  searchParams: Promise<{ as?: string; claim?: string }>;
}

/** `?as=editor&claim=claim-approved` shows what an editor sees of an approved claim. */
export default async function ClaimStyleGuide({ searchParams }: PageProps) {
  const { as, claim } = await searchParams;
  const role = ROLES.find((each) => each === as) ?? "reviewer";
  return <ClaimSpecimen key={`${role} ${claim ?? ""}`} role={role} selected={claim ?? "claim-in_review"} />;
}
