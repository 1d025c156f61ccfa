/** The keys under which the page's cache keeps what it fetched. */
export const queryKeys = {
  /** Whatever is kept of any claim. */
  claims: ["claim"] as const,
  claim: (claimId: string) => ["claim", claimId] as const,
  assessmentVersions: (claimId: string, assessmentId: string, version: number) => ["claim", claimId, "assessments", assessmentId, version] as const,
  claimEvents: (claimId: string) => ["claim", claimId, "events"] as const,
  doubts: (documentId: string) => ["doubts", documentId] as const,
  threads: (documentId: string) => ["threads", documentId] as const,
  documents: (query: string) => ["documents", query] as const,
  exports: (documentId: string) => ["exports", documentId] as const,
  scaleMove: (documentId: string) => ["scale-move", documentId] as const,
  notifications: ["notifications"] as const,
  sources: (query: string) => ["sources", query] as const,
};
