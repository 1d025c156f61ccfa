import { deleteComment, editComment } from "@/lib/commands/comments";
import { route } from "@/lib/http/route";

export const PATCH = route(editComment);
export const DELETE = route(deleteComment);
