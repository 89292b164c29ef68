export { JobFiles } from './JobFiles.tsx'
export { TextHitsLine } from './TextHitsLine.tsx'
export { Picture } from './Picture.tsx'
