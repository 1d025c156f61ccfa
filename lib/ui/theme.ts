/** Where this browser remembers the theme that was chosen. */
export const THEME_KEY = "assay.theme";

/** Whether the system asks for dark pages. */
export const SYSTEM_DARK = "(prefers-color-scheme: dark)";

/**
 * Stands at the head of each page and runs before anything is painted, so that no page flashes in the wrong theme: the page follows
 * what this browser remembers, else the system, and each later change of either, made here or in another tab (a storage event).
 */
export const THEME_SCRIPT = `(() => {
  const system = matchMedia(${JSON.stringify(SYSTEM_DARK)});
  let chosen = null;
  try { chosen = localStorage.getItem(${JSON.stringify(THEME_KEY)}) } catch {}
  const show = () => { document.documentElement.dataset.theme = chosen === "light" || chosen === "dark" ? chosen : system.matches ? "dark" : "light" };
  show();
  system.addEventListener("change", show);
  addEventListener("storage", ({ key, newValue }) => { if (key === null || key === ${JSON.stringify(THEME_KEY)}) { chosen = newValue; show() } });
})()`;
