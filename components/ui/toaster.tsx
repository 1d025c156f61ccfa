"use client";

import { CircleAlert, CircleCheck } from "lucide-react";
import { useEffect } from "react";
import { toast, Toaster as Sonner } from "sonner";
import { useTheme } from "./use-theme";

interface ToasterViewProps {
  /** Told how to show a message, once messages can be shown. */
  onReady: (show: typeof toast) => void;
}

/** The messages themselves; loaded with the first one. */
export function ToasterView({ onReady }: ToasterViewProps) {
  const { dark } = useTheme();
  useEffect(() => onReady(toast), [onReady]);
  return (
    <Sonner
      theme={dark ? "dark" : "light"}
      position="bottom-center"
      gap={8}
      expand
      containerAriaLabel="Messages"
      icons={{ success: <CircleCheck size={16} className="text-ok" />, error: <CircleAlert size={16} className="text-danger" /> }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast: "flex w-(--width) items-center gap-2.5 rounded border border-line-2 bg-surface px-3 py-2.5 font-ui text-sm text-ink shadow-float",
          content: "min-w-0 flex-1",
          title: "font-medium",
          description: "text-xs text-ink-2",
          actionButton: "ms-auto shrink-0 rounded border border-line-2 px-2.5 py-1 text-xs font-medium hover:bg-sunk",
        },
      }}
    />
  );
}
