import { toast } from "@/components/ui/toast";
import { ApiError } from "@/lib/ui/api";

/** True when it was done. What the server refuses for good (somebody changed it, it is gone) is told, and false; what may work later is thrown. */
export async function unlessRefused(work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (!(error instanceof ApiError) || error.temporary) throw error;
    toast.error("Left as it is.", error.message);
    return false;
  }
}
