export { JobFiles } from './JobFiles.tsx'
export { TextHitsLine } from './TextHitsLine.tsx'
