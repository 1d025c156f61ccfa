import { redirect } from "next/navigation";
import { currentActor } from "@/lib/auth/actor";
import { isSetUp } from "@/lib/queries/workspace";
import { HOME_PATH } from "@/lib/ui/next-path";

/** The address itself shows nothing: it leads to where one can go on. */
export default async function StartPage() {
  if (await currentActor()) redirect(HOME_PATH);
  redirect((await isSetUp()) ? "/sign-in" : "/setup");
}
