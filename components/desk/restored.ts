import { useEffect } from "react";

/**
 * Loads anew what the browser kept whole and shows again at its Back: whoever it was made for may have signed out since. It is not seen till then; what was typed
 * is kept on the device.
 */
export function useNothingRestored(): void {
  useEffect(() => {
    const shown = ({ persisted }: PageTransitionEvent) => {
      if (!persisted) return;
      document.documentElement.hidden = true;
      window.location.reload();
    };
    window.addEventListener("pageshow", shown);
    return () => window.removeEventListener("pageshow", shown);
  }, []);
}
