/** How many codes replace a lost app. */
export const RECOVERY_CODES = 10;

/** A second factor that is being set up: the secret in base32, and the address that the picture for the app says. */
export interface NewSecondFactor {
  secret: string;
  address: string;
}

/** How it stands with one's own second factor. */
export interface SecondFactorView {
  state: "impossible" | "off" | "on";
  /** Since when it is on. */
  since: string | null;
  recoveryCodesLeft: number;
  /** Whether the workspace asks for one. */
  required: boolean;
  /** Whether there is a password to ask for. */
  hasPassword: boolean;
}
