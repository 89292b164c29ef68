/** As quarters are written here: Quý III. */
export const quarterNames = ['I', 'II', 'III', 'IV'] as const
