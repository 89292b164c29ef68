/** `$scrypt$<N>$<salt>$<key>`; the cost travels with the hash, so that it can be raised later. */
export declare function hashPassword(password: string, cost?: number): Promise<string>
export declare function passwordMatches(password: string, hash: string): Promise<boolean>
/** Compared with where there is no such account, so that the answer takes as long. */
export declare const nobodysHash: string
