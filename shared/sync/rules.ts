/** Long enough that the copy of the key in a stolen backup is worth nothing. */
export const shortestPassphrase = 12
