import { env } from "@/lib/env";

/** The address of a published page, for people and machines. */
export function pageUrl(slug: string): string {
  return `${env.APP_URL}/p/${slug}`;
}
