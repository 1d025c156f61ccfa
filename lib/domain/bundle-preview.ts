/** The most bytes of a bundle that is brought in. */
export const BUNDLE_FILE_BYTES = 60_000_000;

/** What bringing a bundle in would make. */
export interface BundlePreview {
  title: string;
  /** Who made the bundle, and when. */
  workspace: string;
  made: string;
  revisions: number;
  claims: number;
  /** Those of them whose verdict stands. */
  decided: number;
  evidence: number;
  snapshots: number;
  /** They come in as history: nothing of them is to be seen in public. */
  publications: number;
  assessments: number;
  comments: number;
  /** Lines of its history in the workspace that it comes from. */
  history: number;
  sources: { made: number; known: number };
  scale: { name: string; version: number; known: boolean };
  /** Names of those who are members here, and of those who are not. */
  people: { known: string[]; unknown: string[] };
  /** False when the document, or some of its records, are here already: then all of them get new ids. */
  keepsIds: boolean;
}
