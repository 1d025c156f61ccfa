import { headers } from "next/headers";
import { Suspense, type ReactNode } from "react";

interface ArrivingProps {
  /** The shape of the page. */
  loading: ReactNode;
  children: ReactNode;
}

/**
 * Shows the shape of a page to whoever comes from another one, and not to whoever opens it: a browser that got the shape first holds the
 * page back for 300 ms, however soon it came, so that nothing flickers (React's throttle of fallbacks). A loading.tsx cannot tell the two.
 */
export async function Arriving({ loading, children }: ArrivingProps) {
  const opened = (await headers()).get("accept")?.includes("text/html");
  return opened ? children : <Suspense fallback={loading}>{children}</Suspense>;
}
