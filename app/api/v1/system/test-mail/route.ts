import { sendTestMail } from "@/lib/commands/test-mail";
import { route } from "@/lib/http/route";

export const POST = route(sendTestMail);
