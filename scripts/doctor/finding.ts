/** What a check found. What is `bad` keeps people from working, or data from being safe; what `could` be better does not. */
export interface Finding {
  state: "good" | "could" | "bad";
  /** One sentence. */
  says: string;
  /** What to do, unless it is good. */
  fix?: string;
}

export const good = (says: string): Finding => ({ state: "good", says });
export const could = (says: string, fix: string): Finding => ({ state: "could", says, fix });
export const bad = (says: string, fix: string): Finding => ({ state: "bad", says, fix });
