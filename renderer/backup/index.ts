export { RestoreDialog } from './RestoreDialog.tsx'
