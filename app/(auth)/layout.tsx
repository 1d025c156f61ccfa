import type { ReactNode } from "react";
import { DemoBanner } from "@/components/desk/demo-banner";
import { env } from "@/lib/env";

/** The frame of the pages in front of the desk. */
export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <>
      {env.ASSAY_DEMO && <DemoBanner local={env.HOST === undefined} />}
      {children}
    </>
  );
}
