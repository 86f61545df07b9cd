/** Text as a part of a URI. Half of a pair of surrogates, which no encoding has, is written as the sign for a lost character. */
export const percentEncoded = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
