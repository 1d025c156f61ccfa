"use client";

import { leaveFor } from "@/lib/ui/leave";
import { HOME_PATH } from "@/lib/ui/next-path";
import { LeaveButton } from "./leave-button";
import { SetUpSecondFactor } from "./set-up-second-factor";

/** Sets up the second factor that the workspace asks for, then opens the desk. */
export function FirstSecondFactor() {
  return (
    <div className="grid gap-6">
      <SetUpSecondFactor onDone={() => void leaveFor(HOME_PATH)} />
      <div className="border-t border-line pt-4">
        <LeaveButton />
      </div>
    </div>
  );
}
