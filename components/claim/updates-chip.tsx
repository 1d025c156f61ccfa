"use client";

import { ArrowDownUp } from "lucide-react";
import { Button } from "@/components/ui/button";

interface UpdatesChipProps {
  count: number;
  onShow: () => void;
}

/** Says that others did something here which would move what one is reading or writing. */
export function UpdatesChip({ count, onShow }: UpdatesChipProps) {
  return (
    <div role="status" className="pointer-events-none absolute inset-x-0 top-11 z-20 flex justify-center">
      {count > 0 && (
        <Button
          size="sm"
          variant="primary"
          className="pointer-events-auto rounded-full shadow-float"
          icon={<ArrowDownUp aria-hidden size={14} />}
          onClick={onShow}
        >
          {count === 1 ? "1 update" : `${String(count)} updates`}
        </Button>
      )}
    </div>
  );
}
