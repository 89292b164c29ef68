export { TextHitsLine } from './TextHitsLine.tsx'
