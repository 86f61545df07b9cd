/** Addresses as callers give them: who calls may have no types of the web. */

/** An address as text, or what has one, such as a URL. */
export type Address = string | { readonly href: string };

export const addressText = (address: Address): string => (typeof address === 'string' ? address : address.href);
