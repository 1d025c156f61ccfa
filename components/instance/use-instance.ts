"use client";

import { useRouter } from "next/navigation";
import { toast } from "@/components/ui/toast";
import { apiErrorOf } from "@/lib/ui/api";

/** Does something to the instance and reads the page again; says what came of it. */
export function useInstance(): (act: () => Promise<unknown>, done: string, failed: string) => Promise<boolean> {
  const router = useRouter();
  return async (act, done, failed) => {
    try {
      await act();
    } catch (error) {
      toast.error(failed, apiErrorOf(error).message);
      return false;
    }
    toast.success(done);
    router.refresh();
    return true;
  };
}
