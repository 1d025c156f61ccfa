export const DOCUMENT_STATES = ["draft", "in_progress", "closing", "published"] as const;
export type DocumentState = (typeof DOCUMENT_STATES)[number];

/** How a document's state is called on the page. */
export const DOCUMENT_STATE_NAMES: Record<DocumentState, string> = { draft: "Draft", in_progress: "In progress", closing: "Closing", published: "Published" };

export const DOCUMENT_KINDS = ["article", "speech", "transcript", "post"] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** How a document's kind is called on the page. */
export const DOCUMENT_KIND_NAMES: Record<DocumentKind, string> = { article: "Article", speech: "Speech", transcript: "Transcript", post: "Social post" };
