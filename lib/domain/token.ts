/** How long an invitation can be accepted, in days. */
export const INVITATION_DAYS = 7;
