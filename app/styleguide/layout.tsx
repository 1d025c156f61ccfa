import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { env } from "@/lib/env";

/** For those who build the interface; a production instance shows it only when it was started with ASSAY_STYLEGUIDE=1. */
export default function StyleGuideLayout({ children }: { children: ReactNode }) {
  if (env.NODE_ENV === "production" && !env.ASSAY_STYLEGUIDE) notFound();
  return children;
}
