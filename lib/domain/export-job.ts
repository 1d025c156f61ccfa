export const EXPORT_STATES = ["queued", "running", "done", "failed", "cancelled"] as const;
export type ExportState = (typeof EXPORT_STATES)[number];

/** A file that is being made, or was, as its owner sees it. */
export interface ExportJobView {
  id: string;
  documentId: string;
  format: string;
  /** The format's name. */
  name: string;
  audience: "reader" | "desk";
  state: ExportState;
  /** 0 to 100. */
  progress: number;
  /** One sentence, where it failed. */
  problem: string | null;
  filename: string | null;
  /** In bytes. */
  size: number | null;
  createdAt: string;
  /** The file is kept until then. */
  expiresAt: string;
}

/** True while the file may still come. */
export function isUnderWay({ state }: { state: ExportState }): boolean {
  return state === "queued" || state === "running";
}

/** Whether a file takes so long that one goes on meanwhile: measured at about a second. */
export function takesLong({ heavy, claims, words }: { heavy: boolean; claims: number; words: number }): boolean {
  return heavy ? claims > 150 || words > 30_000 : claims > 2_000 || words > 100_000;
}
