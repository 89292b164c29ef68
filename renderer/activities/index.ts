export { chooseEvidence, prepared } from './chosen-evidence.ts'
