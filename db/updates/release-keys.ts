/**
 * Public halves of the keys that releases are signed with (Ed25519, DER as base64url), so that a key can be followed by
 * the next. Whoever releases first puts the first one here; without any, no update file is believed.
 */
export const releaseKeys: string[] = []
