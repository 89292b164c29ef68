/** The keys of kinds in their order: the row of numbers, then the row of letters below it. */
export const kindKeys = [...'1234567890', ...'QWERTYUIOP'] as const
