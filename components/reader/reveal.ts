/** Frames in which a position is corrected: blocks that come into view take their real height, and push what follows. */
const CORRECTIONS = 3;

/** Space kept between what is revealed and the edge of the view, in pixels. */
const MARGIN = 48;

/** Scrolls until the measured box is in view: to the nearest edge, or, with `upper`, into the upper third. What is in view stays where it is. */
export function reveal(scroller: HTMLElement, measure: () => DOMRect | null, placement: "nearest" | "upper"): void {
  let left = CORRECTIONS;
  const correct = () => {
    bring(scroller, measure(), placement);
    if ((left -= 1) > 0) requestAnimationFrame(correct);
  };
  if (bring(scroller, measure(), placement)) requestAnimationFrame(correct);
}

/** Whether the box was not in view. */
function bring(scroller: HTMLElement, box: DOMRect | null, placement: "nearest" | "upper"): boolean {
  if (!box) return false;
  const view = scroller.getBoundingClientRect();
  const covered = Number.parseFloat(getComputedStyle(scroller).scrollPaddingBottom) || 0;
  const above = box.top - (view.top + MARGIN);
  const below = box.bottom - (view.bottom - covered - MARGIN);
  if (above >= 0 && below <= 0) return false;
  const upper = box.top - (view.top + (view.height - covered) / 3);
  scroller.scrollTop += placement === "upper" ? upper : above < 0 ? above : below;
  return true;
}
