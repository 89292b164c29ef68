/** Shares and figures per head say nothing when they are added up. */
export declare function isAddable(code: string): boolean
