/** The characters that HTML has names for. */
import he from 'he';

/** What a reference such as "&nbsp;" stands for; one of an unknown name stays as it is. */
export const namedCharacter = (reference: string): string => he.decode(reference);
