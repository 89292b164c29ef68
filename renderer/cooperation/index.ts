export { PartnersField } from './PartnersField.tsx'
