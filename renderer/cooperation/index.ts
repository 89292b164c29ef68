export { PartnerDialog } from './PartnerDialog.tsx'
