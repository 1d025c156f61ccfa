import { deleteAccount } from "@/lib/commands/delete-account";
import { route } from "@/lib/http/route";

export const POST = route(deleteAccount);
