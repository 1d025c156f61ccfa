/** How long an invitation can be accepted, in days: unless said otherwise, and the bounds. */
export const INVITATION_DAYS = { usual: 7, least: 1, most: 30 } as const;

/** How long links work that somebody asked for by e-mail, in minutes. */
export const LINK_MINUTES = { set_password: 60, sign_in: 15, join: 60, prove_address: 60 } as const;
/** How long a link works that an admin made and hands over, in hours. */
export const HANDED_LINK_HOURS = 24;
