import type { Metadata } from "next";
import { largeSample, SAMPLES } from "./samples";
import { Trial } from "./trial";

export const metadata: Metadata = { title: "The text surface" };

interface Search {
  /** report, arabic, or large */
  sample?: string;
  /** marks: draw with elements */
  painting?: string;
  /** For the large sample. */
  words?: string;
  claims?: string;
}

export default async function ReaderTrial({ searchParams }: { searchParams: Promise<Search> }) {
  const { sample = "report", painting, words = "100000", claims = "5000" } = await searchParams;
  const shown = sample === "large" ? largeSample(Number(words), Number(claims)) : (SAMPLES[sample] ?? SAMPLES["report"]);
  return <main id="main">{shown && <Trial sample={shown} painting={painting === "marks" ? "marks" : "auto"} />}</main>;
}
