/** In the address, instead of a quote's anchor: whichever quote in doubt comes first. */
export const FIRST_DOUBT = "first";
