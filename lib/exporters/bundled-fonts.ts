import { readFileSync } from "node:fs";
import path from "node:path";
import { coveredBy } from "./font-coverage";

/** The faces by family, in the order in which a character looks for its glyph: bundled, so that every machine sets the same pages and pictures. */
const FACES: readonly [directory: string, ...faces: string[]][] = [
  ["source-serif-4", "400Regular/SourceSerif4_400Regular", "400Regular_Italic/SourceSerif4_400Regular_Italic", "600SemiBold/SourceSerif4_600SemiBold"],
  ["inter", "400Regular/Inter_400Regular", "600SemiBold/Inter_600SemiBold"],
  ["noto-naskh-arabic", "400Regular/NotoNaskhArabic_400Regular", "600SemiBold/NotoNaskhArabic_600SemiBold"],
  ["noto-serif-hebrew", "400Regular/NotoSerifHebrew_400Regular", "600SemiBold/NotoSerifHebrew_600SemiBold"],
  ["noto-serif-devanagari", "400Regular/NotoSerifDevanagari_400Regular", "600SemiBold/NotoSerifDevanagari_600SemiBold"],
  ["chocolate-classical-sans", "400Regular/ChocolateClassicalSans_400Regular"],
  ["gowun-dodum", "400Regular/GowunDodum_400Regular"],
  ["noto-sans-symbols-2", "400Regular/NotoSansSymbols2_400Regular"],
  ["noto-emoji", "400Regular/NotoEmoji_400Regular"],
];

interface Fonts {
  blobs: Buffer[];
  /** Whether some family has a glyph for the code point in each of its faces. */
  covers: (codePoint: number) => boolean;
}

let loaded: Fonts | null = null;

/** The bundled fonts, read once. */
export function bundledFonts(): Fonts {
  loaded ??= readFonts();
  return loaded;
}

function readFonts(): Fonts {
  const families = FACES.map(([directory, ...faces]) =>
    faces.map((face) => readFileSync(path.join(/*turbopackIgnore: true*/ process.cwd(), "node_modules", "@expo-google-fonts", directory, `${face}.ttf`))),
  );
  const covered = families.map((faces) => faces.map(coveredBy));
  return { blobs: families.flat(), covers: (codePoint) => covered.some((faces) => faces.every((face) => face.has(codePoint))) };
}
