import { encode } from "uqr";

/** The quiet margin that readers need, in modules. */
const MARGIN = 4;

/** A picture that a camera reads as the text. Dark on light in every theme, as most readers want it. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: "M", border: 0 });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${String(x + MARGIN)} ${String(y + MARGIN)}h1v1h-1z`] : []))).join("");
  const side = size + 2 * MARGIN;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${String(side)} ${String(side)}`}
      shapeRendering="crispEdges"
      className="size-44 rounded border border-line-2"
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
