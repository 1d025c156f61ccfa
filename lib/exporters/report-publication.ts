import type { CorrectionKind } from "@/lib/domain/correction";
import { httpUrl } from "@/lib/domain/url";
import { cleanField } from "./clean";

/** Who answers for a report, beside the name. Addresses are http(s) or null. */
export interface ReportPublisher {
  homepage: string | null;
  /** "#rrggbb"; null for the look of every report. */
  accent: string | null;
  /** A picture as a data: address. */
  logo: string | null;
  policies: {
    corrections: string | null;
    /** How claims are chosen and checked. */
    verification: string | null;
    principles: string | null;
    /** Owners and funding, where they stand at an address of their own. */
    funding: string | null;
  };
}

/** Where and since when a report is published. */
export interface ReportPublication {
  /** The address of the published page, without a trailing slash. */
  url: string;
  /** Counts from 1: each time that the document is published again, or something published is corrected. */
  version: number;
  /** ISO 8601. */
  firstPublishedAt: string;
  publishedAt: string;
  /** When each claim was first published, by its id. */
  claims: Record<string, string>;
}

/** One entry of the public list of what was changed after publication. */
export interface ReportCorrection {
  id: string;
  /** The claim that it is about; null when it is about the page as a whole. */
  claimId: string | null;
  kind: CorrectionKind;
  what: string;
  why: string;
  by: string;
  /** ISO 8601. */
  at: string;
  /** The version of the publication that it made. */
  version: number;
  /** The verdict's name before and after, where the kind changed it. */
  verdict: { before: string | null; after: string | null } | null;
}

/** What is known of a publisher that has set nothing. */
export const NO_PUBLISHER_FACTS: ReportPublisher = {
  homepage: null,
  accent: null,
  logo: null,
  policies: { corrections: null, verification: null, principles: null, funding: null },
};

const address = (value: string | null) => (value === null ? null : httpUrl(value));

/** The publisher with addresses, colour and picture that no format has to doubt. */
export function safePublisher({ homepage, accent, logo, policies }: ReportPublisher): ReportPublisher {
  return {
    homepage: address(homepage),
    accent: accent !== null && /^#[0-9a-f]{6}$/i.test(accent) ? accent : null,
    logo: logo !== null && /^data:image\/(?:png|jpeg|webp);base64,[a-z0-9+/]+=*$/i.test(logo) ? logo : null,
    policies: {
      corrections: address(policies.corrections),
      verification: address(policies.verification),
      principles: address(policies.principles),
      funding: address(policies.funding),
    },
  };
}

/** The corrections as any format can carry them, the latest first; each with its fields in one order, as a fingerprint takes them. */
export function safeCorrections(corrections: readonly ReportCorrection[]): ReportCorrection[] {
  return corrections
    .map(({ id, claimId, kind, what, why, by, at, version, verdict }) => ({
      ...{ id, claimId, kind, at, version },
      what: cleanField(what),
      why: cleanField(why),
      by: cleanField(by),
      verdict: verdict && { before: nameOf(verdict.before), after: nameOf(verdict.after) },
    }))
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

/** Those of the corrections that a report with these claims tells: of the page as a whole, and of each claim. */
export function correctionsOn(corrections: readonly ReportCorrection[], claims: readonly { id: string }[]): ReportCorrection[] {
  const ids = new Set(claims.map(({ id }) => id));
  return safeCorrections(corrections).filter(({ claimId }) => claimId === null || ids.has(claimId));
}

/** The corrections of one claim, or of the page as a whole, the latest first. */
export function correctionsAbout({ corrections }: { corrections: readonly ReportCorrection[] }, claimId: string | null): ReportCorrection[] {
  return corrections.filter((each) => each.claimId === claimId);
}

const nameOf = (name: string | null) => (name === null ? null : cleanField(name));
