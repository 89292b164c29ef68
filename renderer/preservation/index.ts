export { FolderChooser } from './FolderChooser.tsx'
export { TextHitsLine } from './TextHitsLine.tsx'
export { Picture } from './Picture.tsx'
