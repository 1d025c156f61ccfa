import { admitDomain, dropDomain } from "@/lib/commands/join-domains";
import { route } from "@/lib/http/route";

export const PUT = route(admitDomain);
export const DELETE = route(dropDomain);
