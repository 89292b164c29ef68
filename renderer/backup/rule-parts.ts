export const ruleSwitches = ['isAutomatic', 'afterSigning', 'onQuitting', 'withExport'] as const
export const ruleCounts = ['daily', 'weekly', 'monthly', 'yearly', 'signedYears'] as const
