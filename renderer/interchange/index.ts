export { ExportDialog } from './ExportDialog.tsx'
export { StateChip, VerdictChip } from './StateChip.tsx'
export { UsedTitles, UseLine } from './UsedTitles.tsx'
