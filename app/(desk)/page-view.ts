import { notFound } from "next/navigation";
import { AppError } from "@/lib/domain/errors";

/** What a page shows: null when the actor may not see it (show ForbiddenPage); ends in the not-found page when there is nothing. */
export async function pageView<View>(view: Promise<View>): Promise<View | null> {
  try {
    return await view;
  } catch (error) {
    if (error instanceof AppError && error.code === "forbidden") return null;
    if (error instanceof AppError && error.code === "not_found") notFound();
    throw error;
  }
}
