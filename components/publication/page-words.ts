import type { TextExtent, Visibility } from "@/lib/domain/publication";

export const VISIBILITY: readonly { value: Visibility; label: string }[] = [
  { value: "public", label: "Everybody" },
  { value: "unlisted", label: "Whoever has its address" },
];

export const EXTENTS: readonly { value: TextExtent; label: string }[] = [
  { value: "full", label: "The whole text" },
  { value: "around", label: "Paragraphs with claims" },
  { value: "quotes", label: "The quotes alone" },
];
